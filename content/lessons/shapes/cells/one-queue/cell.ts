/** One queue and two consumers with different jobs: each order goes to one of them, so each order gets half of what it needs. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { clientsOf } from '../../takers.ts';

const twoQueues = (own: string, work: string) => `import { connect } from '#course/broker';

const broker = await connect();
for await (const message of broker.queue<string>('${own}').consume()) {
  console.log('${work} ' + message.body);
  await message.ack();
}
`;

const publishTwice = `import { connect } from '#course/broker';

const broker = await connect();
for (let number = 1; number <= 6; number += 1) {
  await broker.queue('stock').publish('order-' + number);
  await broker.queue('mail').publish('order-' + number);
}
await broker.close();
`;

export const cell: Cell = {
  title: 'Stock and mail take from one queue',
  objectives: ['shape-p2p'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 1000 },
    { name: 'stock', file: 'stock.ts' },
    { name: 'mail', file: 'mail.ts', startAt: 400 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'order-1' },
      label: 'order-1 waits',
      caption: 'The shop has put order-1 into the queue orders. There is one message, and two processes stand at the queue.',
    },
    {
      at: { on: 'messageDelivered', process: 'stock', text: 'order-1' },
      label: 'stock gets it',
      caption: 'The server gives order-1 to stock. Nothing is left in the queue: for mail there is no order-1.',
    },
    {
      at: { on: 'messageAcked', process: 'stock', text: 'order-1' },
      label: 'and it is gone',
      caption: 'stock acks, and the server forgets order-1. Nobody will ever send its mail, and nobody saw an error.',
    },
    {
      at: { on: 'messageDelivered', process: 'mail', text: 'order-2' },
      label: 'mail gets order-2',
      caption: 'Now it is the turn of mail. This customer gets a mail, but no piece is reserved for the order.',
    },
    {
      at: { on: 'messageAcked', text: 'order-6' },
      label: 'half and half',
      caption: 'Six orders: three reservations and three mails, and each order has just one of the two.',
    },
  ],
  shows: {
    'shape-p2p': {
      holds: (trace) => {
        const takers = clientsOf(trace);
        const both = new Set([...takers.values()].flat());
        return both.size === 2 && takers.size === 6 && [...takers.values()].every((clients) => clients.length === 1);
      },
      counterRun: {
        name: 'With a queue for each of them, both get every order.',
        change: {},
        files: { 'shop.ts': publishTwice, 'stock.ts': twoQueues('stock', 'reserved'), 'mail.ts': twoQueues('mail', 'thanked for') },
      },
    },
  },
  real: 'same',
};
