/** A check that counts for itself is believed, and one that was skipped is neither good nor bad. */
import { expect, test } from 'vitest';
import { countsOf } from '../../scripts/test/counted-output.ts';

test('its last line counts', () => {
  expect(countsOf({ code: 0, output: 'said\nconformance: 12 passed, 0 failed\n' })).toEqual({ passed: 12, failed: 0, problems: '' });
});

test('what failed is told', () => {
  expect(countsOf({ code: 1, output: 'x differs\nconformance: 12 passed, 2 failed' })).toMatchObject({
    passed: 12,
    failed: 2,
    problems: expect.stringContaining('x differs'),
  });
});

test('a bad end is a failure, whatever was counted', () => {
  expect(countsOf({ code: 1, output: 'gate: 3 passed, 0 failed' }).failed).toBe(1);
  expect(countsOf({ code: 1, output: 'it broke' })).toEqual({ passed: 0, failed: 1, problems: 'it broke' });
});

test('skipped is nothing at all', () => {
  const output = 'conformance: skipped all of it. No Redis answers at redis://127.0.0.1:6379.\n';
  expect(countsOf({ code: 0, output })).toEqual({ passed: 0, failed: 0, problems: '' });
});
