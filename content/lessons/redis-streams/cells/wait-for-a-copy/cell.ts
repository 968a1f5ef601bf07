/** WAIT asks how many replicas have a write: a 0 comes before the master dies, so the shop knows which orders are not safe. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'The same, with WAIT',
  objectives: ['redis-replica'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'failover', file: 'failover.ts', startAt: 3500 },
  ],
  brokers: [
    { kind: 'redis', durability: { appendOnly: 'always' } },
    { kind: 'redis', name: 'replica', port: 6380, replicaOf: 'redis' },
  ],
  network: { latencyMs: [1, 10] },
  faults: [
    {
      kind: 'partition',
      between: ['redis', 'replica'],
      when: { on: 'console', process: 'shop', nth: 4 },
      forMs: 5000,
    },
    { kind: 'restartBroker', broker: 'redis', when: { atMs: 3200 }, downForMs: 3000 },
  ],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'confirmed order-1' },
      label: 'confirmed',
      caption: 'WAIT answered 1: the replica has said that it has everything up to this order.',
    },
    {
      at: { on: 'fault', text: 'cannot reach' },
      label: 'cut off',
      caption: 'The way between the two is broken.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'not safe: order-5' },
      label: 'WAIT answers 0',
      caption: 'After 100 ms no replica has acknowledged order-5: the answer is 0. The shop knows it now, and can hold the order back.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'in Redis' },
      label: 'not undone',
      caption: 'All eight orders are in Redis. WAIT has only counted; it has taken nothing back.',
    },
    {
      at: { on: 'roleChanged', process: 'replica' },
      label: 'a new master',
      caption: 'It has every order that was confirmed.',
    },
  ],
  shows: {
    'redis-replica': {
      holds: (trace) =>
        linesAfter(trace, 'confirmed ').join(' ') === linesAfter(trace, 'the new master has: ').join() &&
        linesAfter(trace, 'confirmed ').length === 4 &&
        linesAfter(trace, 'in Redis: ').join() === '8 orders',
      counterRun: {
        name: 'With a sound network WAIT answers 1 each time, and nothing is in doubt.',
        change: { faults: [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 3200 }, downForMs: 3000 }] },
      },
    },
  },
  real: 'skipped: it needs a second server, and a network between the two that can be cut',
};
