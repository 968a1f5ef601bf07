/** Redis without persistence: after a restart it is empty. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A restart, with nothing on disk',
  objectives: ['redis-durability'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'look', file: 'look.ts', startAt: 5000 },
  ],
  brokers: [{ kind: 'redis', durability: 'none' }],
  network: { latencyMs: [1, 10] },
  faults: [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 4100 }, downForMs: 300 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  shows: {
    'redis-durability': {
      holds: (trace) => linesAfter(trace, 'added order-').length === 10 && linesAfter(trace, 'left: ').join() === 'nothing',
      counterRun: {
        name: 'With an append-only file that is written before each answer nothing is missing.',
        change: { brokers: [{ kind: 'redis', durability: { appendOnly: 'always' } }] },
      },
    },
  },
  real: 'same',
};
