/** A Redis list as a queue: put in on the left, taken from the right, by workers that wait without polling. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, eventsOf, published, sameOrder } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A list in Redis and two workers that wait',
  objectives: ['redis-list'],
  processes: [
    { name: 'producer', file: 'producer.ts' },
    { name: 'worker-1', file: 'worker.ts', startAt: 400 },
    { name: 'worker-2', file: 'worker.ts', startAt: 600 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  shows: {
    'redis-list': {
      holds: (trace) => {
        const waited = eventsOf(trace, 'messageDelivered').some((taken) =>
          trace.some((event) => event.kind === 'messageStored' && event.messageId === taken.messageId && event.atMicros === taken.atMicros),
        );
        return waited && published(trace).length > 0 && sameOrder(delivered(trace), published(trace));
      },
      counterRun: {
        name: 'The producer puts orders in at the end from which they are taken, so the newest leaves first.',
        change: {},
        files: {
          'producer.ts': `import { Redis } from 'ioredis';

const redis = new Redis();
await redis.rpush('orders', 'order-1', 'order-2', 'order-3');
await redis.quit();
`,
        },
      },
    },
  },
  real: 'same',
};
