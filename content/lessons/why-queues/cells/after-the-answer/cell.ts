/** Two servers that answer at once and do the video later: one in its own memory, one through a queue. Both crash. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const encoded = (trace: readonly TraceEvent[], order: string) =>
  eventsOf(trace, 'effect').some(({ detail }) => detail.key === `videos/${order}`);

export const cell: Cell = {
  title: 'After the answer: a promise and a queue',
  objectives: ['why-defer'],
  processes: [
    { name: 'customer', file: 'customer.ts', startAt: 200 },
    { name: 'web-promise', file: 'web-promise.ts' },
    { name: 'web-queue', file: 'web-queue.ts' },
    { name: 'worker', file: 'worker.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'crash', process: 'web-promise', when: { atMs: 1000 }, restartAfterMs: 500 },
    { kind: 'crash', process: 'web-queue', when: { atMs: 1000 }, restartAfterMs: 500 },
  ],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'customer', nth: 1 },
      label: 'first answer',
      caption: 'web-promise answered at once. The video of order-1 is a promise in its memory, and nowhere else.',
    },
    {
      at: { on: 'messageStored', text: 'order-2' },
      label: 'order-2 is stored',
      caption: 'web-queue puts a message into a queue. The queue is on a server of its own.',
    },
    {
      at: { on: 'console', process: 'customer', nth: 2 },
      label: 'second answer',
      caption: 'web-queue answered as soon as the queue had the message. Ada waited a little longer than before, but not for the video.',
    },
    {
      at: { on: 'processCrashed', process: 'web-promise' },
      label: 'both servers crash',
      caption: 'All that was in their memory is gone, and with it the promise for order-1. The queue is somewhere else.',
    },
    {
      at: { on: 'processRestarted', process: 'web-promise' },
      label: 'they start again',
      caption: 'A process that starts again begins at its first line. web-promise does not know that there was an order-1.',
    },
    {
      at: { on: 'effect', text: 'order-2' },
      label: 'order-2 is encoded',
      caption: 'The worker took the message and did the work. It did not notice the crash at all.',
    },
  ],
  shows: {
    'why-defer': {
      holds: (trace) => encoded(trace, 'order-2') && !encoded(trace, 'order-1'),
      counterRun: { name: 'Without the crash the promise does its work too.', change: { faults: [] } },
    },
  },
  real: 'skipped: it prints how long things took.',
};
