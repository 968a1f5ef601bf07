/** The line: first come, first served. */
import { expect, test } from 'vitest';
import { Line } from '../../../sandbox/course/line.ts';

test('whoever joined first is next, also after the line was empty', () => {
  const line = new Line<string>();
  line.join('ann');
  line.join('bob');
  expect([line.length, line.next(), line.next(), line.next(), line.length]).toEqual([2, 'ann', 'bob', undefined, 0]);
  line.join('eve');
  expect([line.next(), line.length]).toEqual(['eve', 0]);
});

test('a long line costs no more per turn than a short one', () => {
  const line = new Line<number>();
  for (let index = 0; index < 200_000; index += 1) line.join(index);
  let sum = 0;
  for (let item = line.next(); item !== undefined; item = line.next()) sum += item;
  expect(sum).toBe(19_999_900_000);
});
