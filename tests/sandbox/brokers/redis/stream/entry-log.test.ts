/** The log of a stream against a plain array: the same after any additions, deletions and trimmings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryLog } from '../../../../../sandbox/brokers/redis/model/stream/entry-log.ts';
import { GREATEST_ID, LEAST_ID } from '../../../../../sandbox/brokers/redis/model/stream/stream-id.ts';
import type { StreamEntry } from '../../../../../sandbox/brokers/redis/model/stream/stream-node.ts';

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('add' as const), count: fc.nat(60) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), count: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('keepLast' as const), count: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('keepFrom' as const), count: fc.nat(900) }) },
);

type Step = { readonly kind: 'add' | 'delete' | 'keepLast' | 'keepFrom'; readonly count: number };

function idsOf(entries: readonly StreamEntry[]): number[] {
  return entries.map(({ id }) => Number(id.ms));
}

/** Does the step in both; returns what must be in the log then. */
function take(log: EntryLog, kept: readonly number[], { kind, count }: Step, next: number): number[] {
  switch (kind) {
    case 'add': {
      const added = Array.from({ length: count }, (_, index) => next + index);
      for (const ms of added) log.append({ id: { ms, sequence: 0 }, fields: [], messageId: `m${ms}` });
      return [...kept, ...added];
    }
    case 'delete':
      expect(log.delete({ ms: count, sequence: 0 }) !== undefined).toBe(kept.includes(count));
      return kept.filter((number) => number !== count);
    case 'keepLast': {
      const left = kept.slice(Math.max(kept.length - count, 0));
      expect(idsOf(log.trim({ keeps: { count }, isApproximate: false, limit: 0 }))).toEqual(kept.slice(0, kept.length - left.length));
      return left;
    }
    case 'keepFrom': {
      const dropped = log.trim({ keeps: { from: { ms: count, sequence: 0 } }, isApproximate: false, limit: 0 });
      expect(idsOf(dropped)).toEqual(kept.filter((number) => number < count));
      return kept.filter((number) => number >= count);
    }
    default:
      return kind satisfies never;
  }
}

test('in any order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: 'max' }), fc.nat(900), fc.nat(200), (steps, start, most) => {
      const log = new EntryLog();
      let kept: number[] = [];
      let next = 1;
      for (const step of steps) {
        kept = take(log, kept, step, next);
        if (step.kind === 'add') next += step.count;
      }
      const from = { ms: start, sequence: 0 };
      expect(log.length).toBe(kept.length);
      expect(idsOf(log.range(LEAST_ID, GREATEST_ID, 1e9))).toEqual(kept);
      expect(idsOf(log.range(from, GREATEST_ID, most))).toEqual(kept.filter((number) => number >= start).slice(0, most));
      const before = kept.filter((number) => number <= start).reverse();
      expect(idsOf(log.rangeBackwards(LEAST_ID, from, most))).toEqual(before.slice(0, most));
      expect([log.first()?.id.ms, log.last()?.id.ms]).toEqual([kept[0], kept.at(-1)]);
      expect(idsOf([...log.copy()])).toEqual(kept);
    }),
    { numRuns: 60 },
  );
});
