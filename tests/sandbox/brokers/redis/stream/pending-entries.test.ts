/** Pending entries against a sorted array: the same after any additions and removals. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Consumer } from '../../../../../sandbox/brokers/redis/model/stream/consumer-group.ts';
import { PendingEntries, type PendingEntry } from '../../../../../sandbox/brokers/redis/model/stream/pending-entries.ts';
import { LEAST_ID } from '../../../../../sandbox/brokers/redis/model/stream/stream-id.ts';

const ann = new Consumer('ann', 0);

function entry(number: number): PendingEntry {
  return { id: { ms: number, sequence: 0 }, messageId: `m${number}`, consumer: ann, deliveredAtMs: 0, deliveryCount: 1n };
}

function numbersIn(entries: PendingEntries, from: number): number[] {
  return [...entries.from({ ms: from, sequence: 0 })].map(({ id }) => Number(id.ms));
}

test('in any order', () => {
  const step = fc.record({ number: fc.nat(400), isRemoved: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 1200, size: 'max' }), fc.nat(400), (steps, from) => {
      const entries = new PendingEntries();
      const kept = new Set<number>();
      for (const { number, isRemoved } of steps) {
        if (isRemoved) expect(entries.remove({ ms: number, sequence: 0 })).toBe(kept.delete(number));
        else if (!kept.has(number)) {
          entries.add(entry(number));
          kept.add(number);
        }
      }
      const sorted = [...kept].sort((one, other) => one - other);
      expect(entries.size).toBe(sorted.length);
      expect(numbersIn(entries, from)).toEqual(sorted.filter((number) => number >= from));
      expect([entries.first()?.id.ms, entries.last()?.id.ms]).toEqual([sorted[0], sorted.at(-1)]);
      expect(entries.firstFrom({ ms: from, sequence: 1 })?.id.ms).toBe(sorted.find((number) => number > from));
    }),
    { numRuns: 60 },
  );
});

test('an id before all others, behind all others, and the same one again after it was removed', () => {
  const entries = new PendingEntries();
  for (const number of [5, 1, 9]) entries.add(entry(number));
  entries.remove({ ms: 1, sequence: 0 });
  entries.add(entry(1));
  expect([...entries.from(LEAST_ID)].map(({ messageId }) => messageId)).toEqual(['m1', 'm5', 'm9']);
});
