/** A replica that is behind: the master answers, is cut off from its replica and dies, and what it had accepted last is gone. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A replica takes over',
  objectives: ['redis-replica'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'failover', file: 'failover.ts', startAt: 2500 },
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
      when: { on: 'messageCopied', process: 'replica', nth: 4 },
      forMs: 4000,
    },
    { kind: 'restartBroker', broker: 'redis', when: { atMs: 2200 }, downForMs: 3000 },
  ],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'accepted order-1' },
      label: 'accepted',
      caption: 'Redis answers as soon as it has the order itself. The copy goes to the replica meanwhile, and nobody waits for it.',
    },
    {
      at: { on: 'fault', text: 'cannot reach' },
      label: 'cut off',
      caption: 'The way between the two is broken. The shop notices nothing.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'accepted order-8' },
      label: 'all accepted',
      caption: 'Eight orders got their answer. The replica has four of them.',
    },
    {
      at: { on: 'fault', text: 'goes down' },
      label: 'Redis dies',
      caption: 'The only server that has the last four orders is gone.',
    },
    {
      at: { on: 'roleChanged', process: 'replica' },
      label: 'a new master',
      caption: 'REPLICAOF NO ONE: the replica is a master now, with what it has.',
    },
  ],
  shows: {
    'redis-replica': {
      holds: (trace) =>
        linesAfter(trace, 'accepted order-').length === 8 && linesAfter(trace, 'the new master has: ').join() === FIRST_FOUR,
      counterRun: {
        name: 'With a sound network the replica has all eight when the master dies.',
        change: { faults: [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 2200 }, downForMs: 3000 }] },
      },
    },
  },
  real: 'skipped: it needs a second server, and a network between the two that can be cut',
};

const FIRST_FOUR = 'order-1 order-2 order-3 order-4';
