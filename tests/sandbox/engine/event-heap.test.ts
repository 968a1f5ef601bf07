/** The heap gives events back in order of time, and those of one time in order of arrival. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventHeap } from '../../../sandbox/engine/event-heap.ts';

test('what goes in comes out by time, then by sequence', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (times) => {
      const heap = new EventHeap<{ atMicros: number; dueMicros: number; sequence: number }>();
      const entries = times.map((atMicros, sequence) => ({ atMicros, dueMicros: atMicros, sequence }));
      for (const entry of entries) heap.push(entry);
      const popped = times.map(() => heap.pop());
      expect(popped).toEqual(entries.toSorted((left, right) => left.atMicros - right.atMicros || left.sequence - right.sequence));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
