/** Broken predictions, figures, break-its, twins and terms: each mistake is told with its file and line. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SmallCourse, smallCourse } from './small-course.ts';

const LESSON = 'lessons/fifo/lesson.mdx';
const PREDICTIONS = 'lessons/fifo/predictions.ts';
const REVIEWS = 'lessons/delivery/predictions.ts';
const FIGURE = 'lessons/fifo/figures/roles.ts';
const BREAK = 'lessons/fifo/breaks/lose-one/break.ts';
const TWIN = 'lessons/fifo/cells/line/twin';
let course: SmallCourse;

beforeEach(() => {
  course = smallCourse();
});
afterEach(() => course.discard());

/** What is said of the course after one replacement, expected on the line of the replacement. */
async function saidAfter(file: string, text: string, by: string): Promise<readonly string[]> {
  const line = course.replace(file, text, by);
  return (await course.problems()).map((problem) => problem.replace(`${file}:${line}: `, ''));
}

test('the small course is in order', async () => {
  expect(await course.problems()).toEqual([]);
});

describe('a lesson', () => {
  test.each([
    ['<Figure id="roles" />', '<Figure id="rolls" />', 'There is no figure "rolls" in figures/.'],
    ['<Break id="lose-one" />', '<Break id="lose-two" />', 'There is no break "lose-two" in breaks/.'],
    ['<Term id="queue">', '<Term id="kew">', 'The glossary has no term "kew" (content/glossary.ts).'],
    ['<Cell id="line" />', '<Cell id="line" /> <Review id="nothing" />', 'There is no prediction "nothing" in any predictions.ts.'],
    ['<Cell id="line" />', '<Cell id="line" /> <Cell />', '<Cell> needs an id, such as <Cell id="…" />.'],
    [
      '<Cell id="line" />',
      '<Cell id="line" /> <Review id="who-takes" />',
      '"who-takes" is asked above its cell: a review is about a cell of another lesson, or has another seed.',
    ],
  ])('with %s changed to %s is told the line', async (text, by, said) => {
    expect(await saidAfter(LESSON, text, by)).toContain(said);
  });

  test('that never shows its figure is told so', async () => {
    course.replace(LESSON, '<Figure id="roles" />', '');
    expect(await course.problems()).toEqual([`${LESSON}:1: The figure "roles" is in figures/, but the text never shows it.`]);
  });

  test('may show a cell only by a figure, if nothing is asked above it', async () => {
    course.replace(LESSON, '<Cell id="line" />', '');
    course.remove(PREDICTIONS);
    expect(await course.problems()).toEqual([]);
  });

  test('that shows a cell neither in the text nor in a figure is told so', async () => {
    course.replace('lessons/delivery/lesson.mdx', '<Cell id="ack" />', '');
    expect(await course.problems()).toEqual([
      'lessons/delivery/lesson.mdx:1: The cell "ack" is in cells/, but neither the text nor a figure shows it.',
    ]);
  });
});

describe('names in the course', () => {
  test('of a break and a cell must differ', async () => {
    for (const name of ['break.ts', 'checks.ts', 'files/shop.ts', 'files/worker.ts']) {
      course.write(`lessons/fifo/breaks/ack/${name}`, course.read(`lessons/fifo/breaks/lose-one/${name}`));
    }
    course.replace(LESSON, '<Break id="lose-one" />', '<Break id="lose-one" /> <Break id="ack" />');
    const said = '"ack" is there twice in the course, and names must be unique. The other one is in the lesson delivery.';
    expect(await course.problems()).toEqual([`lessons/fifo/breaks/ack/break.ts:1: ${said}`]);
  });

  test('of two predictions must differ', async () => {
    course.replace(REVIEWS, "id: 'who-takes-now'", "id: 'who-takes'");
    const said = '"who-takes" is there twice in the course, and names must be unique. The other one is in the lesson delivery.';
    expect(await course.problems()).toContain(`${PREDICTIONS}:4: ${said}`);
  });
});

describe('a prediction', () => {
  test.each([
    ["cell: 'line'", "cell: 'lime'", 'There is no cell "fifo/lime".'],
    ["{ id: 'shop', text", "{ id: 'worker', text", 'The option "worker" is there twice.'],
    ["question: 'Who takes it?'", "question: ''", '0.question: Too small: expected string to have >=1 characters.'],
  ])('with %s changed to %s is told the line', async (text, by, said) => {
    expect(await saidAfter(PREDICTIONS, text, by)).toContain(said);
  });

  test('that draws its ghost at a process which is not there is told so', async () => {
    const wrong = "wrong: { said: 'So.', leaves: { on: 'console', process: 'wörker' }, ghost: 'none' }";
    expect(await saidAfter(PREDICTIONS, "text: 'The shop.', wrong", `text: 'The shop.', ${wrong}`)).toEqual([
      'There is no process "wörker"; there are: shop, worker, fifo.',
    ]);
  });

  test('with two options that name no belief is told so', async () => {
    course.replace(PREDICTIONS, ', wrong }', ' }');
    expect(await course.problems()).toContainEqual(expect.stringContaining('Only the right option may do without "wrong"'));
  });

  test('besides another one about the same cell and seed is told so', async () => {
    const options = "[{ id: 'a', text: 'A' }, { id: 'b', text: 'B', wrong }]";
    const second = `  { id: 'who-else', cell: 'line', seed: 1, question: 'Who?', options: ${options}, answer: () => 'a', because: 'So.' },\n];`;
    expect(await saidAfter(PREDICTIONS, '];', second)).toEqual([
      '"who-takes" is asked above this cell already: at most one, or give this one another seed.',
    ]);
  });

  test('above a cell that the text never shows is told so', async () => {
    course.replace(LESSON, '<Cell id="line" />', '');
    expect(await course.problems()).toEqual([
      `${PREDICTIONS}:4: "who-takes" is asked above the cell fifo/line, which the text never shows.`,
    ]);
  });
});

describe('a figure', () => {
  test.each([
    ["cell: 'line'", "cell: 'delivery/lime'", 'There is no cell "delivery/lime".'],
    ["process: 'worker'", "process: 'worker-9'", 'There is no process "worker-9"; there are: shop, worker, fifo.'],
    ["title: 'Three roles'", "heading: 'Three roles'", 'Unrecognized key: "heading".'],
  ])('with %s changed to %s is told the line', async (text, by, said) => {
    course.replace(FIGURE, text, by);
    expect(await course.problems()).toContainEqual(expect.stringMatching(new RegExp(`^${FIGURE}:\\d+: .*`)));
    expect((await course.problems()).map((problem) => problem.replace(/^\S+ /, ''))).toContain(said);
  });
});

describe('a break-it', () => {
  test.each([
    ["targets: ['worker']", "targets: ['worker-9']", 'There is no process "worker-9"; there are: shop, worker.'],
    ["breaks: ['all-taken']", "breaks: ['none-taken']", 'There is no check "none-taken"; there are: all-taken.'],
    [
      "solution: { kind: 'crash', process: 'worker'",
      "solution: { kind: 'crash', process: 'shop'",
      'It strikes none of the targets: worker.',
    ],
    ["offers: ['crash', 'pause']", "offers: ['crash']", 'The reader cannot place this kind of fault; offered are: crash.'],
  ])('with %s changed to %s is told so', async (text, by, said) => {
    course.replace(BREAK, text, by);
    expect((await course.problems()).map((problem) => problem.replace(/^\S+ /, ''))).toContain(said);
  });

  test('without checks is told so', async () => {
    course.remove('lessons/fifo/breaks/lose-one/checks.ts');
    expect(await course.problems()).toEqual(['lessons/fifo/breaks/lose-one/checks.ts:1: This file is missing.']);
  });
});

describe('a twin', () => {
  test('without its recorded output is told how to record it', async () => {
    course.remove(`${TWIN}/output.txt`);
    expect(await course.problems()).toContain(`${TWIN}/output.txt:1: This file is missing. Record it with: npm run twins -- --write`);
  });

  test('of two programs is refused', async () => {
    course.write(`${TWIN}/other.py`, '');
    expect(await course.problems()).toContain(`${TWIN}:1: A twin is one Python program; there are 2.`);
  });
});

describe('the glossary', () => {
  test('that names a lesson which is not there is told the line', async () => {
    expect(await saidAfter('glossary.ts', "lesson: 'fifo'", "lesson: 'lifo'")).toContain(
      '0.lesson: "lifo" is not a lesson of content/course.ts.',
    );
  });

  test('with a broken term in one of its lists is told the line there', async () => {
    course.write('glossary/more.ts', "export const terms = [\n  { id: 'line', term: '', said: 'It.', lesson: 'fifo' },\n];\n");
    expect(await course.problems()).toContainEqual(expect.stringMatching(/^glossary\/more\.ts:2: 0\.term: /));
  });

  test('that does not take in one of its lists is told which', async () => {
    course.write('glossary/more.ts', "export const terms = [{ id: 'line', term: 'line', said: 'It.', lesson: 'fifo' }];");
    expect(await course.problems()).toEqual(['glossary/more.ts:1: content/glossary.ts does not take this list in.']);
  });

  test('with the same term twice is told so', async () => {
    const again = "\n  { id: 'queue', term: 'line', said: 'The same.', lesson: 'fifo' },\n];";
    course.replace('glossary.ts', '\n];', again);
    expect(await course.problems()).toEqual(['glossary.ts:3: The term "queue" is there twice.']);
  });
});
