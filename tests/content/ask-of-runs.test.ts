/** What recorded runs are asked: answers and frames are written, and what does not fit is told with its file and line. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadContent } from '../../scripts/inflight/content.ts';
import { askOfRuns } from '../../scripts/record/ask-of-runs.ts';
import { runOf } from '../../scripts/record/recordable.ts';
import { trace } from '../sandbox/judge/trace.ts';
import { type SmallCourse, smallCourse } from './small-course.ts';

let course: SmallCourse;
beforeEach(() => {
  course = smallCourse();
});
afterEach(() => course.discard());

/** Asks runs in which the worker prints a line; problems as `file:line: sentence`. */
async function ask(): Promise<readonly string[]> {
  const content = await loadContent(course.folder);
  const recorded = join(course.folder, 'recorded');
  for (const { cell, prediction } of content.predictions) {
    const file = join(recorded, `${runOf(cell, prediction.seed, content)}.run.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ report: { events: trace('0 shop prints put\n1 worker prints took') } }));
  }
  return askOfRuns(content, recorded).map(({ file, line, said }) => `${file.replace(`${course.folder}/`, '')}:${line}: ${said}`);
}

const written = (name: string): unknown => JSON.parse(readFileSync(join(course.folder, 'recorded', `${name}.json`), 'utf8'));

test('the answer, the place of each ghost and the frames are written', async () => {
  expect(await ask()).toEqual([]);
  expect(written('fifo/predictions/who-takes')).toEqual({ answer: 'worker', leaves: { shop: 1 } });
  expect(written('fifo/figures/roles')).toMatchObject({ at: ['start', 1] });
});

test('an answer that is no option is told with its line', async () => {
  const line = course.replace('lessons/fifo/predictions.ts', "answer: () => 'worker'", "answer: () => 'nobody'");
  const said = 'The run answers "nobody", which is none of the options of "who-takes".';
  expect(await ask()).toEqual([`lessons/fifo/predictions.ts:${line}: ${said}`]);
});

test('a wrong option without a belief is told with its line', async () => {
  course.replace('lessons/fifo/predictions.ts', "answer: () => 'worker'", "answer: () => 'shop'");
  expect(await ask()).toEqual([
    expect.stringMatching(/^lessons\/fifo\/predictions\.ts:\d+: "worker" is not what the run answers, so it needs "wrong"/),
  ]);
});

test('a frame at an event that never happens is told with its line', async () => {
  const line = course.replace('lessons/fifo/figures/roles.ts', "on: 'console'", "on: 'messageAcked'");
  expect(await ask()).toEqual([`lessons/fifo/figures/roles.ts:${line}: The run has no such event.`]);
});
