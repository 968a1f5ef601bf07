/** A time is written in one way wherever it is read. */
import { expect, test } from 'vitest';
import { timeText } from '../../../sandbox/trace/time-text.ts';

test.each([
  [0, '0 ms'],
  [417, '0.42 ms'],
  [40_000, '40 ms'],
  [999_940, '999.9 ms'],
  [999_960, '1 s'],
  [1_050_300, '1,050 ms'],
  [2_000_300, '2 s'],
  [9_999_300, '9,999 ms'],
  [10_000_000, '10 s'],
  [10_254_000, '10.25 s'],
  [1_230_000_000, '1,230 s'],
])('%i microseconds are %s', (micros, text) => {
  expect(timeText(micros)).toBe(text);
});
