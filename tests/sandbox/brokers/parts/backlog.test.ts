/** The backlog: order is kept, whatever goes out and comes back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Backlog } from '../../../../sandbox/brokers/parts/backlog.ts';

test('whatever is taken and put back, in whatever order, the backlog stays in order', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.infiniteStream(fc.nat()), (count, takenCount, choices) => {
      const backlog = new Backlog<{ position: number }>();
      for (let position = 0; position < count; position += 1) backlog.put({ position });
      const taken = Array.from({ length: Math.min(takenCount, count) }, () => backlog.take());
      while (taken.length > 0) {
        const [back] = taken.splice((choices.next().value as number) % taken.length, 1);
        if (back !== undefined) backlog.put(back);
      }
      expect([...backlog].map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, position) => position));
    }),
  );
});

test('first looks, drain empties', () => {
  const backlog = new Backlog<{ position: number }>();
  for (const position of [1, 2]) backlog.put({ position });
  expect([backlog.first()?.position, backlog.length]).toEqual([1, 2]);
  expect(backlog.drain().map(({ position }) => position)).toEqual([1, 2]);
  expect([backlog.first(), backlog.length]).toEqual([undefined, 0]);
});
