/** A queue in memory and two packers, one of them quicker: orders are taken in order, but not finished in order. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, published, sameOrder } from '../../../../story.ts';

const onePacker = `import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');
for (let number = 1; number <= 6; number += 1) await orders.put('order-' + number);
orders.close();

for await (const order of orders) {
  console.log('Ann takes ' + order);
  await sleep(500);
  console.log('Ann packed ' + order);
}
`;

export const cell: Cell = {
  title: 'One queue, two packers',
  objectives: ['fifo-order'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'order-6' },
      label: 'six orders wait',
      caption: 'Six orders are in the queue, in the order in which they came. The oldest one is at the front.',
    },
    {
      at: { on: 'console', text: 'Ben takes order-2' },
      label: 'both have one',
      caption: 'Ann took the oldest order, and Ben took the oldest one after that. First in, first out.',
    },
    {
      at: { on: 'console', text: 'Ben packed order-2' },
      label: 'order-2 is ready',
      caption: "Order 2 is ready, and order 1 is still on Ann's table. The queue knows nothing of that: both had left it.",
    },
    {
      at: { on: 'console', text: 'Ben takes order-3' },
      label: 'Ben takes order-3',
      caption: 'Whoever is free takes the oldest order that is left. Nobody skips a place in the queue.',
    },
    {
      at: { on: 'console', text: 'Ann packed order-1' },
      label: 'order-1 is ready',
      caption: 'The first order to be taken is the second to be ready.',
    },
    {
      at: { on: 'console', text: 'Ann packed order-4' },
      label: 'order-4 is ready',
      caption: 'And again: order 5 overtook order 4 outside the queue. Taken in order, finished as it happens.',
    },
  ],
  shows: {
    'fifo-order': {
      holds: (trace) => {
        const put = eventsOf(trace, 'messagePublished').map(({ detail }) => detail.text);
        return published(trace).length > 2 && sameOrder(ordersIn(trace, 'takes'), put) && !sameOrder(ordersIn(trace, 'packed'), put);
      },
      counterRun: { name: 'With one packer the orders are finished in order too.', change: {}, files: { 'shop.ts': onePacker } },
    },
  },
  real: 'same',
};

/** The orders of the lines "Ann takes order-1", in the order in which they were printed. */
function ordersIn(trace: readonly TraceEvent[], deed: 'takes' | 'packed'): readonly string[] {
  return eventsOf(trace, 'console').flatMap(({ detail }) => {
    const [, did, order] = detail.text.split(' ');
    return did === deed && order !== undefined ? [order] : [];
  });
}
