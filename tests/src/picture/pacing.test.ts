/** Pacing: about six seconds for any run, named steps longer, and no way back in time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacingOf, positionAt } from '../../../src/picture/pacing.ts';

const steps = (count: number, gapMicros = 1000) =>
  Array.from({ length: count }, (_, index) => ({ atMicros: index * gapMicros, moves: true, isMoment: false }));

test('a long run takes six seconds, whatever its own time was', () => {
  expect(pacingOf(steps(20_000)).at(-1)).toBeCloseTo(6000);
  expect(pacingOf(steps(200, 60_000_000)).at(-1)).toBeCloseTo(6000);
});

test('a run of three steps does not crawl', () => {
  expect(pacingOf(steps(3)).at(-1)).toBeLessThan(3000);
});

test('a named step is looked at longer than its neighbours', () => {
  const [, first = 0, second = 0, third = 0] = pacingOf(steps(3).map((step, index) => ({ ...step, isMoment: index === 1 })));
  expect(second - first).toBeGreaterThan(2 * (third - second));
});

test('each position is reached exactly at its time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
      const pacing = pacingOf(steps(count));
      const position = Math.round(share * count);
      expect(positionAt(pacing, pacing[position] ?? 0)).toBe(position);
    }),
  );
});
