/** Two programs on two servers, each with a queue of the same name in its own memory; one of them crashes. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, eventsOf, published } from '../../../../story.ts';

const publishing = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const orders = (await connect()).queue<string>('orders');
for (let number = 1; number <= 6; number += 1) {
  await sleep(300);
  await orders.publish('order-' + number);
}
`;

const consuming = `import { connect } from '#course/broker';

const orders = (await connect()).queue<string>('orders');
for await (const message of orders.consume()) {
  console.log('took ' + message.body);
  await message.ack();
}
`;

export const cell: Cell = {
  title: 'Two servers, two memories',
  objectives: ['fifo-memory'],
  processes: [
    { name: 'web', file: 'web.ts', host: 'server-1' },
    { name: 'packer', file: 'packer.ts', host: 'server-2', startAt: 700 },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'web', when: { atMs: 1350 } }],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'web', text: 'order-2' },
      label: 'two orders wait',
      caption: 'The web program has thanked two customers. Their orders are in its queue, in its memory.',
    },
    {
      at: { on: 'console', process: 'packer', text: 'I find' },
      label: 'the packer looks',
      caption:
        "The packer's program makes a queue with the same name. It is another queue, in another memory, on another server: 0 orders.",
    },
    {
      at: { on: 'console', process: 'web', text: 'order-4' },
      label: 'four orders wait',
      caption: 'The one waits for orders, the other for somebody who takes them. No way leads from here to there.',
    },
    {
      at: { on: 'processCrashed', process: 'web' },
      label: 'web crashes',
      caption: 'With the process its memory is gone, and with it four orders of customers who were thanked. No error says so.',
    },
    {
      at: { on: 'console', process: 'packer', text: 'I go home' },
      label: 'nothing to do',
      caption: 'The packer looked four times and never saw an order. Nothing in either program was wrong on its own.',
    },
  ],
  shows: {
    'fifo-memory': {
      holds: (trace) => eventsOf(trace, 'processCrashed').length > 0 && published(trace).length > 0 && delivered(trace).length === 0,
      counterRun: {
        name: 'With the queue on a server of its own the packer gets what web put in before it crashed.',
        change: { brokers: [{ kind: 'fifo' }] },
        files: { 'web.ts': publishing, 'packer.ts': consuming },
      },
    },
  },
  real: 'same',
};
