/** Sweeps: hashes by seed and where two sweeps differ. */
import { expect, test } from 'vitest';
import { disagreements, hashesOf } from '../../../sandbox/judge/sweep.ts';

test('a sweep runs each seed once, from 1', async () => {
  const hashes = await hashesOf(3, async (seed) => ({ traceHash: `hash-${seed}` }));
  expect([...hashes]).toEqual([
    [1, 'hash-1'],
    [2, 'hash-2'],
    [3, 'hash-3'],
  ]);
});

test('a run without a hash is our own mistake', async () => {
  await expect(hashesOf(1, async () => ({ traceHash: '' }))).rejects.toThrow('without a trace hash');
});

test('seeds that differ or are missing are named', () => {
  const one = new Map([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ]);
  expect(
    disagreements(
      one,
      new Map([
        [1, 'a'],
        [2, 'x'],
      ]),
    ),
  ).toEqual([2, 3]);
  expect(disagreements(one, one)).toEqual([]);
});
