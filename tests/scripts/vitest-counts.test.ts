/** What `npm test` counts is what really ran. */
import { expect, test } from 'vitest';
import { countTests } from '../../scripts/test/vitest-counts.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test('passed and failed tests are added up, skipped ones are neither', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'passed'), file('failed', 'passed', 'failed')] };
  expect(countTests(report, 'said')).toEqual({ passed: 3, failed: 1, problems: 'said' });
});

test('a file that cannot be loaded is a failure', () => {
  expect(countTests({ testResults: [file('passed', 'passed'), file('failed')] }, 'said')).toMatchObject({ passed: 1, failed: 1 });
});

test('a run without tests is a failure', () => {
  expect(countTests({ testResults: [] }, '')).toMatchObject({ passed: 0, failed: 1 });
  expect(countTests({ testResults: [file('passed', 'skipped')] }, '')).toMatchObject({ passed: 0, failed: 1 });
});
