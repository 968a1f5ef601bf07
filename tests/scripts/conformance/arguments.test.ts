/** What one may ask of `npm run conformance`. */
import { expect, test } from 'vitest';
import { askedBy } from '../../../scripts/conformance/arguments.ts';

test('by itself it compares ten thousand sequences of the first seed', () => {
  expect(askedBy([])).toEqual({ seed: 1, sequences: 10_000, quick: false, seededBugs: false, write: false, declare: false });
});

test('a quick one compares fewer, unless a number is given', () => {
  expect(askedBy(['--quick'])).toMatchObject({ quick: true, sequences: 400 });
  expect(askedBy(['--quick', '--sequences', '7', '--seed', '3'])).toMatchObject({ sequences: 7, seed: 3 });
});

test.each([
  [['--seed', 'x'], '--seed needs a whole number.'],
  [['--sequences=-1'], '--sequences needs a whole number.'],
  [['--sequences', '1.5'], '--sequences needs a whole number.'],
])('%j is one sentence', (parameters, sentence) => {
  expect(askedBy(parameters)).toBe(sentence);
});

test('an unknown word is named', () => {
  expect(askedBy(['--slow'])).toMatch(/--slow/);
});
