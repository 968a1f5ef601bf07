/** BRPOP takes an order off the list for good: a worker that dies with it takes it along. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const keepsIt = `import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();
async function bill(order: string): Promise<void> {
  await sleep(100);
  await insertRow('invoices', order, { cents: 1999 });
  await redis.lrem('processing', 1, order);
}
for (const order of await redis.lrange('processing', 0, -1)) await bill(order);
while (true) {
  const order = await redis.blmove('orders', 'processing', 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  console.log('took ' + order);
  await bill(order);
}
await redis.quit();
`;

export const cell: Cell = {
  title: 'Popped, and then a crash',
  objectives: ['redis-list-loss'],
  processes: [
    { name: 'worker', file: 'worker.ts', startAt: 400 },
    { name: 'shop', file: 'shop.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker', nth: 2 }, restartAfterMs: 300 }],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', text: 'invoices/order-1' },
      label: 'the first invoice',
      caption: 'order-1 was popped, and its invoice is written. So far all is well.',
    },
    {
      at: { on: 'messageDelivered', text: 'order-2' },
      label: 'order-2 is popped',
      caption: 'Redis has answered, and order-2 is off the list. From here on it is only in the memory of the worker.',
    },
    {
      at: { on: 'processCrashed', process: 'worker' },
      label: 'the worker dies',
      caption: 'With it goes the only copy of order-2. Redis does not even know that anything is missing.',
    },
    {
      at: { on: 'processRestarted', process: 'worker' },
      label: 'the worker is back',
      caption: 'It asks for the next order, and that is order-3.',
    },
    {
      at: { on: 'effect', text: 'invoices/order-3' },
      label: 'the last invoice',
      caption: 'Two invoices for three orders.',
    },
  ],
  shows: {
    'redis-list-loss': {
      holds: (trace) => hasInvoice(trace, 'order-1') && !hasInvoice(trace, 'order-2') && hasInvoice(trace, 'order-3'),
      counterRun: {
        name: 'With BLMOVE and a processing list order-2 is still there after the crash.',
        change: {},
        files: { 'worker.ts': keepsIt },
      },
    },
  },
  real: 'same',
};

function hasInvoice(trace: readonly TraceEvent[], order: string): boolean {
  return eventsOf(trace, 'effect').some(({ detail }) => detail.key === `invoices/${order}`);
}
