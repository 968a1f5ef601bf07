/** A small course of two lessons in a temporary folder, in order as it stands, that a test may break. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadContent } from '../../scripts/inflight/content.ts';

const scenario = `
  processes: [{ name: 'shop', file: 'shop.ts' }, { name: 'worker', file: 'worker.ts' }],
  brokers: [{ kind: 'fifo' }],
  network: { latencyMs: [1, 2] },
  faults: [],
  deadlineMs: 1000,
  eventBudget: 1000,
  seed: 1,`;

const cell = `export const cell = {${scenario}
  title: 'A cell',
  objectives: ['fifo-one'],
  shows: { 'fifo-one': { holds: () => true, counterRun: { name: 'Nobody takes.', change: {} } } },
  real: 'same',
};
`;

const lesson = (title: string, part: string, body: string): string => `---
title: ${title}
part: ${part}
order: 1
minutes: 5
needs:
  - Nothing.
outcomes:
  - Say something.
sources:
  - title: A source
    url: https://example.com/
    version: "1.0"
summary:
  - One.
  - Two.
  - Three.
---

${body}
`;

const files: Readonly<Record<string, string>> = {
  'glossary.ts': `export const glossary = [
  { id: 'queue', term: 'queue', said: 'It keeps messages in order.', lesson: 'fifo' },
];
`,
  'lessons/fifo/lesson.mdx': lesson(
    'First',
    'delivery',
    '<Term id="queue">Queues</Term> keep.\n\n<Cell id="line" />\n\n<Figure id="roles" />\n\n<Break id="lose-one" />',
  ),
  'lessons/fifo/cells/line/cell.ts': cell,
  'lessons/fifo/cells/line/files/shop.ts': "console.log('put 1');\n",
  'lessons/fifo/cells/line/files/worker.ts': "console.log('took 1');\n",
  'lessons/fifo/cells/line/twin/line.py': "print('took 1')\n",
  'lessons/fifo/cells/line/twin/output.txt': 'took 1\n',
  'lessons/fifo/cells/line/twin/versions.txt': 'Python 3.11.2\n',
  'lessons/fifo/predictions.ts': `const wrong = { said: 'It looks so.', leaves: { on: 'console', process: 'worker' }, ghost: 'nothing' };
export const predictions = [
  {
    id: 'who-takes',
    cell: 'line',
    question: 'Who takes it?',
    options: [
      { id: 'worker', text: 'The worker.' },
      { id: 'shop', text: 'The shop.', wrong },
    ],
    answer: () => 'worker',
    because: 'It does.',
  },
];
`,
  'lessons/fifo/figures/roles.ts': `export const figure = {
  title: 'Three roles',
  cell: 'line',
  frames: [
    { at: 'start', said: 'Nothing yet.' },
    { at: { on: 'console', process: 'worker' }, said: 'The worker took it.' },
  ],
};
`,
  'lessons/fifo/breaks/lose-one/break.ts': `export const breakIt = {${scenario}
  title: 'Lose one',
  objectives: ['fifo-one'],
  promise: 'Every order is taken.',
  offers: ['crash', 'pause'],
  targets: ['worker'],
  forMs: 100,
  breaks: ['all-taken'],
  solution: { kind: 'crash', process: 'worker', when: { on: 'processStarted', process: 'worker' } },
  harmless: { kind: 'pause', process: 'worker', when: { atMs: 1 }, forMs: 100 },
  because: 'It is gone.',
  hints: ['Look at the worker.'],
};
`,
  'lessons/fifo/breaks/lose-one/checks.ts': `export const checks = [
  { id: 'all-taken', asks: 'Every order is taken.', otherwise: 'one was not', reads: 'outcome', judge: () => ({ ok: true }) },
];
`,
  'lessons/fifo/breaks/lose-one/files/shop.ts': "console.log('put 1');\n",
  'lessons/fifo/breaks/lose-one/files/worker.ts': "console.log('took 1');\n",
  'lessons/delivery/lesson.mdx': lesson('Second', 'delivery', '<Cell id="ack" />\n\n<Review id="who-takes-now" />'),
  'lessons/delivery/cells/ack/cell.ts': cell,
  'lessons/delivery/cells/ack/files/shop.ts': "console.log('put 1');\n",
  'lessons/delivery/cells/ack/files/worker.ts': "console.log('took 1');\n",
  'lessons/delivery/predictions.ts': `const wrong = { said: 'It looks so.', leaves: { on: 'console', process: 'worker' }, ghost: 'nothing' };
export const predictions = [
  {
    id: 'who-takes-now',
    cell: 'fifo/line',
    seed: 7,
    question: 'Who takes it now?',
    options: [
      { id: 'worker', text: 'The worker.', wrong },
      { id: 'shop', text: 'The shop.', wrong },
    ],
    answer: () => 'worker',
    because: 'It does.',
  },
];
`,
};

export interface SmallCourse {
  readonly folder: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces the first occurrence of a text. Returns the line where it was. */
  replace(file: string, text: string, by: string): number;
  remove(file: string): void;
  /** Problems as `file:line: sentence`, files as seen from the course's folder. */
  problems(): Promise<readonly string[]>;
  discard(): void;
}

/** Paths are as seen from the course's folder: `glossary.ts`, `lessons/fifo/…`, `lessons/delivery/…`. */
export function smallCourse(): SmallCourse {
  const folder = mkdtempSync(join(tmpdir(), 'inflight-course-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    folder,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write,
    replace(file, text, by) {
      const before = readFileSync(join(folder, file), 'utf8');
      const at = before.indexOf(text);
      if (at < 0) throw new Error(`${file} does not contain ${text}.`);
      write(file, before.slice(0, at) + by + before.slice(at + text.length));
      return before.slice(0, at).split('\n').length;
    },
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
    async problems() {
      const { problems } = await loadContent(folder);
      return problems.map(({ file, line, said }) => `${file.replace(`${folder}/`, '')}:${line}: ${said}`);
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
