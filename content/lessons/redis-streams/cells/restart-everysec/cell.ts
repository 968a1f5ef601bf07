/** An append-only file that is written every second: after a restart the last moment is missing, although every order was answered. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A restart, with a file that is written every second',
  objectives: ['redis-durability'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'look', file: 'look.ts', startAt: 5000 },
  ],
  brokers: [{ kind: 'redis', durability: { appendOnly: 'everysec' } }],
  network: { latencyMs: [1, 10] },
  faults: [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 4100 }, downForMs: 300 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'added order-1' },
      label: 'added',
      caption: 'The order is in the memory of Redis. The file is brought to the disk once a second.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'added order-10' },
      label: 'ten are added',
      caption: 'To the shop all ten are the same: each was answered with an id. The last one is not on the disk yet.',
    },
    {
      at: { on: 'fault' },
      label: 'Redis is gone',
      caption: 'The computer loses its power. What was in its memory is lost.',
    },
    {
      at: { on: 'console', process: 'look', text: 'left:' },
      label: 'Redis is back',
      caption: 'It has read its file. What was added within the last second is missing.',
    },
  ],
  shows: {
    'redis-durability': {
      holds: (trace) =>
        linesAfter(trace, 'added order-').length === 10 &&
        linesAfter(trace, 'left: ').join() === Array.from({ length: 9 }, (_, index) => `order-${index + 1}`).join(' '),
      counterRun: { name: 'Without the restart all ten are there.', change: { faults: [] } },
    },
  },
  real: 'skipped: on a real server the power of the whole computer would have to fail; a killed Redis alone loses less',
};
