/** BLMOVE keeps what a worker has in its hands on a second list: after a crash it is still there, and one order is done twice. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { acked, eventsOf } from '../../../../story.ts';

const pops = `import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();
while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  console.log('took ' + taken[1]);
  await sleep(100);
  await insertRow('invoices', taken[1], { cents: 1999 });
}
await redis.quit();
`;

export const cell: Cell = {
  title: 'A second list for what is in work',
  objectives: ['redis-list-loss'],
  processes: [
    { name: 'worker', file: 'worker.ts', startAt: 400, env: { WORKER: 'worker' } },
    { name: 'shop', file: 'shop.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker', nth: 2, afterMs: 50 }, restartAfterMs: 300 },
    { kind: 'crash', process: 'worker', when: { on: 'effect', process: 'worker', nth: 3 }, restartAfterMs: 300 },
  ],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageDelivered', text: 'order-2' },
      label: 'moved, not popped',
      caption: 'In one step BLMOVE puts order-2 on the list processing:worker and gives it to the worker.',
    },
    {
      at: { on: 'processCrashed', process: 'worker' },
      label: 'the first crash',
      caption: 'The worker is gone before the invoice. The order is still on the processing list.',
    },
    {
      at: { on: 'effect', text: 'invoices/order-2' },
      label: 'rescued',
      caption: 'The worker came back, looked at its own list first, and found order-2 there.',
    },
    {
      at: { on: 'processCrashed', process: 'worker', nth: 2 },
      label: 'the second crash',
      caption: 'The invoice for order-3 is written. The worker dies before the line that takes the order off its list.',
    },
    {
      at: { on: 'effect', text: 'invoices/order-3', nth: 2 },
      label: 'once too often',
      caption: 'order-3 is still on the list too, so it is billed again. The list cannot tell the one crash from the other.',
    },
  ],
  shows: {
    'redis-list-loss': {
      holds: (trace) =>
        eventsOf(trace, 'processCrashed').length === 2 &&
        acked(trace).length === 3 &&
        invoicesFor(trace, 'order-2') === 1 &&
        invoicesFor(trace, 'order-3') === 2,
      counterRun: { name: 'With BRPOP the first crash loses order-2.', change: {}, files: { 'worker.ts': pops } },
    },
  },
  real: 'same',
};

function invoicesFor(trace: readonly TraceEvent[], order: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === `invoices/${order}`).length;
}
