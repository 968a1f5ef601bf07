/** One queue and three consumers, one of them late: each order goes to one of them, and the late one finds nothing. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, linesAfter, published } from '../../../../story.ts';

const aCopyForEach = `import { Queue } from '#course/queue';

for (const packer of ['Ann', 'Ben', 'Cleo']) {
  const orders = new Queue<string>('orders of ' + packer);
  for (let number = 1; number <= 4; number += 1) await orders.put('order-' + number);
  orders.close();
  let count = 0;
  for await (const _order of orders) count += 1;
  console.log(packer + ' packed ' + count + ' in all');
}
`;

export const cell: Cell = {
  title: 'Cleo comes late',
  objectives: ['fifo-one'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', text: 'Ann takes order-1' },
      label: 'Ann takes order-1',
      caption: 'Ann takes order 1 out of the queue. It is not copied: three are left.',
    },
    {
      at: { on: 'console', text: 'Ben takes order-2' },
      label: 'Ben takes order-2',
      caption: 'Ben never sees order 1. He gets the next one.',
    },
    {
      at: { on: 'messageDelivered', text: 'order-4' },
      label: 'the queue is empty',
      caption: 'The last order is taken. The queue keeps no list of what was in it.',
    },
    {
      at: { on: 'console', text: 'Cleo comes in' },
      label: 'Cleo comes in',
      caption: 'Cleo reads the same queue, only later. What was taken is gone.',
    },
    {
      at: { on: 'console', text: 'Cleo packed' },
      label: 'Cleo: nothing',
      caption: 'Nothing for Cleo. Two orders went to Ann, two to Ben, and there were no more.',
    },
  ],
  shows: {
    'fifo-one': {
      holds: (trace) => {
        const put = published(trace);
        const taken = delivered(trace);
        const total = linesAfter(trace, 'Ann packed ').concat(linesAfter(trace, 'Ben packed '), linesAfter(trace, 'Cleo packed '));
        const packed = total.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
        return put.length === 4 && packed === 4 && new Set(taken).size === taken.length && linesAfter(trace, 'Cleo packed 0').length === 1;
      },
      counterRun: {
        name: 'With a queue for each packer all three of them get every order.',
        change: {},
        files: { 'shop.ts': aCopyForEach },
      },
    },
  },
  real: 'same',
};
