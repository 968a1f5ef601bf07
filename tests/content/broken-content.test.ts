/** Broken content: each mistake is told with its file and line. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CopiedContent, copyContent } from './copied-content.ts';

const CELL = 'cells/redis-list/cell.ts';
const EXERCISE = 'exercises/charge-once/exercise.ts';
let content: CopiedContent;

beforeEach(() => {
  content = copyContent();
});
afterEach(() => content.discard());

describe('a lesson', () => {
  test('without a title is told where its frontmatter is wrong', async () => {
    content.replace('lesson.mdx', 'title: "The machine: a first look at real clients"\n', '');
    expect(await content.problems()).toEqual(['lesson.mdx:1: title: expected string, received undefined.']);
  });

  test('of an unknown part is told the line', async () => {
    const line = content.replace('lesson.mdx', 'part: start', 'part: begin');
    expect(await content.problems()).toEqual([`lesson.mdx:${line}: part: "begin" is not a part of content/course.ts.`]);
  });

  test('with a source that is no address is told the line', async () => {
    const line = content.replace('lesson.mdx', 'https://www.rabbitmq.com/docs/confirms', 'rabbitmq.com');
    expect(await content.problems()).toEqual([expect.stringContaining(`lesson.mdx:${line}: sources.1.url:`)]);
  });

  test('that shows a cell which is not there is told the line', async () => {
    const line = content.replace('lesson.mdx', '<Cell id="redis-list" />', '<Cell id="redis-lost" />');
    expect(await content.problems()).toEqual([`lesson.mdx:${line}: There is no cell "redis-lost" in cells/.`]);
  });

  test.each(['#nowhere', '/no-such-lesson/', 'page.html', 'http://example.com/'])(
    'with the dead link %s is told the line',
    async (link) => {
      const line = content.replace('lesson.mdx', '(#charge-every-order-exactly-once)', `(${link})`);
      expect(await content.problems()).toEqual([`lesson.mdx:${line}: The link "${link}" leads nowhere.`]);
    },
  );
});

describe('a cell', () => {
  test('with an unknown objective is told the line', async () => {
    const line = content.replace(CELL, "objectives: ['redis-list']", "objectives: ['redis-lost']");
    expect(await content.problems()).toEqual([`${CELL}:${line}: objectives.0: "redis-lost" is not an objective of content/course.ts.`]);
  });

  test('with an objective that it does not show is told the line', async () => {
    const line = content.replace(CELL, "objectives: ['redis-list']", "objectives: ['redis-list', 'redis-trim']");
    expect(await content.problems()).toEqual([`${CELL}:${line}: The objective "redis-trim" has no entry in shows.`]);
  });

  test('whose file is missing is told who needs it', async () => {
    content.remove('cells/redis-list/files/producer.ts');
    const said = 'There is no file "producer.ts"; there are: worker.ts.';
    expect(await content.problems()).toEqual([expect.stringMatching(new RegExp(`^${CELL}:\\d+: ${said.replaceAll('.', '\\.')}$`))]);
  });

  test('without its cell.ts is told so', async () => {
    content.remove(CELL);
    expect(await content.problems()).toEqual([`${CELL}:1: This file is missing.`]);
  });

  test('with a fault for nobody is told the line', async () => {
    const line = content.replace(CELL, 'faults: []', "faults: [{ kind: 'crash', process: 'worker-9', when: { atMs: 1 } }]");
    const said = 'There is no process "worker-9"; there are: producer, worker-1, worker-2.';
    expect(await content.problems()).toEqual([`${CELL}:${line}: ${said}`]);
  });

  test('whose counter-run has a fault for nobody is told the line', async () => {
    const line = content.replace(CELL, 'change: {}', "change: { faults: [{ kind: 'crash', process: 'worker-9', when: { atMs: 1 } }] }");
    const said = 'There is no process "worker-9"; there are: producer, worker-1, worker-2.';
    expect(await content.problems()).toEqual([`${CELL}:${line}: ${said}`]);
  });

  test('that is not TypeScript is told the line', async () => {
    const line = content.replace(CELL, 'brokers: [', 'brokers: ][');
    expect(await content.problems()).toEqual([expect.stringContaining(`${CELL}:${line}: `)]);
  });
});

describe('an exercise', () => {
  test('that crashes a process which is not there is told the line', async () => {
    const line = content.replace(EXERCISE, "crashEachStep: { processes: ['worker-1']", "crashEachStep: { processes: ['worker-9']");
    const said = 'There is no process "worker-9"; there are: producer, worker-1, worker-2.';
    expect(await content.problems()).toEqual([`${EXERCISE}:${line}: ${said}`]);
  });

  test('whose wrong answer names an unknown check is told the line', async () => {
    const line = content.replace(EXERCISE, "fails: ['no-order-lost']", "fails: ['no-order-missing']");
    expect(await content.problems()).toEqual([`${EXERCISE}:${line}: checks.ts has no check "no-order-missing".`]);
  });

  test('with a wrong answer that is not declared is told so', async () => {
    content.replace(EXERCISE, "'pop-and-hope': {", "'pop-and-pray': {");
    expect(await content.problems()).toEqual([
      expect.stringContaining('The folder wrong/pop-and-pray is missing.'),
      expect.stringContaining('wrong/pop-and-hope is not declared here.'),
    ]);
  });

  test('without a file of its solution is told which', async () => {
    content.remove('exercises/charge-once/solution/worker.ts');
    expect(await content.problems()).toEqual(['exercises/charge-once/solution/worker.ts:1: This file of the answer is missing.']);
  });

  test('without a prompt is told so', async () => {
    content.remove('exercises/charge-once/prompt.mdx');
    expect(await content.problems()).toEqual(['exercises/charge-once/prompt.mdx:1: This file is missing.']);
  });

  test('with a dead link in its prompt is told the line', async () => {
    const line = content.replace('exercises/charge-once/prompt.mdx', '**Check**', '[Check](/no-such-lesson/)');
    expect(await content.problems()).toEqual([`exercises/charge-once/prompt.mdx:${line}: The link "/no-such-lesson/" leads nowhere.`]);
  });

  test('whose checks never read the outcome is told so', async () => {
    content.replace('exercises/charge-once/checks.ts', '];', "].map((check) => ({ ...check, reads: 'trace' }));");
    expect(await content.problems()).toEqual(['exercises/charge-once/checks.ts:1: At least one check must read the outcome.']);
  });
});
