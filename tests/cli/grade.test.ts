/** `inflight grade` and `inflight objectives`. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GradeResult } from '../../scripts/inflight/grade-command.ts';
import type { ObjectiveRow } from '../../scripts/inflight/objectives-command.ts';
import { folderOf, inflight, MACHINE_LESSON } from './inflight.ts';

const PATIENCE_MS = 120_000;
const EXERCISE = join(MACHINE_LESSON, 'exercises', 'charge-once');

describe('grade', () => {
  test(
    'fails the starter with a sentence and ends with 1',
    async () => {
      const { code, stdout } = await inflight('grade', EXERCISE, '--seeds', '2', '--json');
      const result = JSON.parse(stdout) as GradeResult;
      expect(code).toBe(1);
      expect(result).toMatchObject({ passed: false, seeds: 2 });
      expect(result.checks.find(({ id }) => id === 'no-order-lost')).toEqual({
        id: 'no-order-lost',
        passed: false,
        seed: 1,
        said: expect.stringContaining('never charged'),
      });
    },
    PATIENCE_MS,
  );

  test(
    'passes the solution and ends with 0',
    async () => {
      const { code, stdout } = await inflight('grade', EXERCISE, '--answer', join(EXERCISE, 'solution'), '--seeds', '2');
      expect(code).toBe(0);
      expect(stdout).toContain('passed  no-order-lost: Every order is charged.');
      expect(stdout).toMatch(/Passed: it survived a crash at each of \d+ steps and 2 random schedules\.\n$/);
    },
    PATIENCE_MS,
  );

  test(
    'tells a compile error as the reason of every check',
    async () => {
      const answer = folderOf({ 'worker.ts': 'const = 1;' });
      const { code, stdout } = await inflight('grade', EXERCISE, '--answer', answer.path, '--json').finally(answer.remove);
      const result = JSON.parse(stdout) as GradeResult;
      expect(code).toBe(1);
      expect(result.checks.every(({ passed, said }) => !passed && said.includes('worker.ts:1:'))).toBe(true);
    },
    PATIENCE_MS,
  );

  test(
    'refuses an answer without the edited file',
    async () => {
      const answer = folderOf({});
      const { code, stderr } = await inflight('grade', EXERCISE, '--answer', answer.path).finally(answer.remove);
      expect(code).toBe(2);
      expect(stderr).toContain('worker.ts:1: This file of the answer is missing.');
    },
    PATIENCE_MS,
  );
});

describe('objectives', () => {
  test(
    'names the folders of cells and exercises of every objective',
    async () => {
      const { code, stdout } = await inflight('objectives', '--json');
      const rows = JSON.parse(stdout) as readonly ObjectiveRow[];
      expect(code).toBe(0);
      expect(rows.find(({ id }) => id === 'dlv-ack')).toEqual({
        id: 'dlv-ack',
        cells: expect.arrayContaining(['content/lessons/machine/cells/two-workers']),
        exercises: expect.arrayContaining(['content/lessons/machine/exercises/charge-once']),
      });
    },
    PATIENCE_MS,
  );
});
