/** Runs of the course's programs, compared as they are or without who of several alike workers did what. */
import { expect, test } from 'vitest';
import { type SeenRun, shownSeen, withoutWho } from '../../../scripts/conformance/seen-run.ts';

const processes = [
  { name: 'worker-1', file: 'worker.ts' },
  { name: 'worker-2', file: 'worker.ts' },
  { name: 'shop', file: 'shop.ts' },
];
const run = (first: string, second: string): SeenRun => ({
  exits: { 'worker-1': 0, 'worker-2': 0, shop: 0 },
  lines: { 'worker-1': [first], 'worker-2': [second], shop: ['sent'] },
  effects: [`${first} by worker-1`, `${second} by worker-2`],
});
const [one, other] = [run('a', 'b'), run('b', 'a')];

test('as they are, it counts who did what', () => {
  expect(shownSeen(one, one)).not.toBe(shownSeen(other, one));
});

test('without who, only what was done counts', () => {
  const told = (seen: SeenRun) => shownSeen(withoutWho(seen, { processes }), one);
  expect(told(one)).toBe(told(other));
  expect(told(run('a', 'c'))).not.toBe(told(one));
});

test('of a process that nobody waited for, the end does not count', () => {
  const unended = { ...one, exits: { ...one.exits, shop: null } };
  expect(shownSeen(one, unended)).toBe(shownSeen(unended, unended));
});
