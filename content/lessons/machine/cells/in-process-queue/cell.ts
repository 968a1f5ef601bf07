/** A queue in the memory of one process: orders leave in the order in which they came, until the process dies. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, eventsOf, linesAfter, published, sameOrder } from '../../../../story.ts';

/** The same shop with a second, quicker pair of hands. */
const twoPackers = `import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');
for (let number = 1; number <= 6; number += 1) {
  await orders.put('order-' + number);
  console.log('put order-' + number);
}

async function packOrders(ms: number): Promise<void> {
  while (true) {
    const order = await orders.take();
    await sleep(ms);
    console.log('packed ' + order);
  }
}

await Promise.all([packOrders(300), packOrders(100)]);
`;

export const cell: Cell = {
  title: 'A queue in the memory of one process',
  objectives: ['fifo-order', 'fifo-memory'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'shop', when: { atMs: 1050 } }],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  shows: {
    'fifo-order': {
      holds: (trace) => {
        const packed = linesAfter(trace, 'packed ');
        return packed.length > 1 && sameOrder(packed, linesAfter(trace, 'put ').slice(0, packed.length));
      },
      counterRun: {
        name: 'Two packers, one of them quicker: orders are taken in order, but not finished in order.',
        change: {},
        files: { 'shop.ts': twoPackers },
      },
    },
    'fifo-memory': {
      holds: (trace) => eventsOf(trace, 'processCrashed').length > 0 && delivered(trace).length < published(trace).length,
      counterRun: { name: 'Without the crash every order is packed.', change: { faults: [] } },
    },
  },
  real: 'same',
};
