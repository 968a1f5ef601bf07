/** The deque against an array: the same operations, the same items. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Deque } from '../../../../sandbox/brokers/parts/deque.ts';

/** What can be done to a deque; numbers pick a place or are the item. */
const operations = fc.array(
  fc.record({
    kind: fc.constantFrom('pushHead', 'pushTail', 'popHead', 'popTail', 'insert', 'remove', 'set'),
    place: fc.nat(40),
    item: fc.integer(),
  }),
  { maxLength: 120 },
);

test('a deque behaves like an array, whatever is done to it', () => {
  fc.assert(
    fc.property(operations, (steps) => {
      const deque = new Deque<number>();
      const array: number[] = [];
      for (const { kind, place, item } of steps) {
        const index = array.length === 0 ? 0 : place % array.length;
        switch (kind) {
          case 'pushHead':
            deque.pushHead(item);
            array.unshift(item);
            break;
          case 'pushTail':
            deque.pushTail(item);
            array.push(item);
            break;
          case 'popHead':
            expect(deque.popHead()).toBe(array.shift());
            break;
          case 'popTail':
            expect(deque.popTail()).toBe(array.pop());
            break;
          case 'insert':
            deque.insert(place % (array.length + 1), item);
            array.splice(place % (array.length + 1), 0, item);
            break;
          case 'remove':
            expect(deque.remove(index)).toBe(array.splice(index, 1)[0]);
            break;
          case 'set':
            if (array.length === 0) break;
            deque.set(index, item);
            array[index] = item;
            break;
          default:
            kind satisfies never;
        }
        expect([...deque]).toEqual(array);
        expect(deque.at(index)).toBe(array[index]);
      }
    }),
  );
});

test('100,000 items pass through in constant time each', () => {
  const deque = new Deque<number>();
  for (let item = 0; item < 100_000; item += 1) deque.pushHead(item);
  for (let item = 0; item < 100_000; item += 1) if (deque.popTail() !== item) throw new Error(`${item} is missing`);
  expect(deque.length).toBe(0);
});

test('a place that is not there is our own bug', () => {
  const deque = new Deque<string>();
  expect(() => deque.set(0, 'x')).toThrow('Deque has no item at 0.');
  expect(() => deque.insert(1, 'x')).toThrow('Deque cannot insert at 1.');
  expect([deque.at(0), deque.remove(0), deque.popHead(), deque.popTail()]).toEqual([undefined, undefined, undefined, undefined]);
});
