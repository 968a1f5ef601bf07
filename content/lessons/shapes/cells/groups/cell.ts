/** Two groups, one of them with two members: the members share the orders, and a group that stands still holds up nobody else. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf } from '../../../../story.ts';
import { clientsOf, ordersOf } from '../../takers.ts';

const ORDERS = 6;

/** A group of its own for each process. */
const alone = `import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe('mail-of-' + process.env.WORKER);
for await (const message of orders.consume()) {
  await sendMail('customer of ' + message.body, 'Thank you!');
  await message.ack();
}
`;

export const cell: Cell = {
  title: 'Two groups, and one of them has two members',
  objectives: ['shape-group'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 1000 },
    { name: 'stock', file: 'stock.ts' },
    { name: 'mail-1', file: 'mail.ts', startAt: 300, env: { WORKER: 'mail-1' } },
    { name: 'mail-2', file: 'mail.ts', startAt: 600, env: { WORKER: 'mail-2' } },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'pause', process: 'stock', when: { atMs: 1100 }, forMs: 3000 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'order-1', nth: 2 },
      label: 'two copies',
      caption: 'Two groups, two copies, although three processes are there: one copy for stock, one for mail.',
    },
    {
      at: { on: 'messageDelivered', process: 'mail-1' },
      label: 'mail-1 gets it',
      caption: 'In the group mail one of the two members gets order-1. The customer will get one mail.',
    },
    {
      at: { on: 'messageDelivered', process: 'mail-2' },
      label: 'mail-2 helps',
      caption: 'While mail-1 still writes, the next order goes to mail-2. Members share the work of their group.',
    },
    {
      at: { on: 'messageStored', text: 'order-6', nth: 2 },
      label: 'stock stands still',
      caption: 'stock is paused. Its copies wait in its own queue, where they are in nobody’s way: the mails go out as before.',
    },
    {
      at: { on: 'messageAcked', process: 'stock', text: 'order-6' },
      label: 'stock catches up',
      caption: 'stock has gone on and has worked off what waited. It missed nothing.',
    },
  ],
  shows: {
    'shape-group': {
      holds: (trace) => {
        const members = ['mail-1', 'mail-2'];
        const shared = [...clientsOf(trace).values()].every((clients) => clients.filter((client) => members.includes(client)).length === 1);
        const lastMail = eventsOf(trace, 'effect').findLast(({ detail }) => detail.effect === 'mail');
        const stockAfterwards = eventsOf(trace, 'messageAcked').filter(
          ({ detail, sequence }) => detail.client === 'stock' && sequence > (lastMail?.sequence ?? 0),
        );
        return shared && members.every((member) => ordersOf(trace, member).length > 0) && stockAfterwards.length === ORDERS - 1;
      },
      counterRun: {
        name: 'When each mail process has a group of its own, both get every order, and each customer two mails.',
        change: {},
        files: { 'mail.ts': alone },
      },
    },
  },
  real: 'skipped: a pause stops a process between two steps of the simulation, which nobody can do to a real one.',
};
