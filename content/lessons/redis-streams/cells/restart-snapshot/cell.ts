/** Snapshots: after a restart Redis is as it was at the last one. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A restart, with snapshots',
  objectives: ['redis-durability'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'look', file: 'look.ts', startAt: 5000 },
  ],
  brokers: [{ kind: 'redis', durability: { snapshotEveryMs: 2200 } }],
  network: { latencyMs: [1, 10] },
  faults: [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 4100 }, downForMs: 300 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  shows: {
    'redis-durability': {
      holds: (trace) =>
        linesAfter(trace, 'added order-').length === 10 &&
        linesAfter(trace, 'left: ').join() === Array.from({ length: 6 }, (_, index) => `order-${index + 1}`).join(' '),
      counterRun: {
        name: 'With an append-only file that is written before each answer nothing is missing.',
        change: { brokers: [{ kind: 'redis', durability: { appendOnly: 'always' } }] },
      },
    },
  },
  real: 'skipped: a real snapshot is made every whole seconds at most, so it is open which orders are in it',
};
