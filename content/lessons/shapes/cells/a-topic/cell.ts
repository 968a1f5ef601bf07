/** A topic: every group that subscribed gets its copy of each order, a late one from then on, and the shop knows none of them. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf } from '../../../../story.ts';
import { ordersOf } from '../../takers.ts';

const ORDERS = ['order-1', 'order-2', 'order-3', 'order-4', 'order-5', 'order-6'];

const toKnownQueues = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
for (let number = 1; number <= 6; number += 1) {
  await broker.queue('stock').publish('order-' + number);
  await broker.queue('mail').publish('order-' + number);
  await sleep(400);
}
await broker.close();
`;

const inTheGroup = (group: string) => `import { connect } from '#course/broker';

const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe('${group}');
for await (const message of orders.consume()) await message.ack();
`;

export const cell: Cell = {
  title: 'A topic with a copy for everybody',
  objectives: ['shape-pubsub', 'shape-two-queues'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 1000 },
    { name: 'stock', file: 'stock.ts' },
    { name: 'mail', file: 'mail.ts', startAt: 400 },
    { name: 'statistics', file: 'statistics.ts', startAt: 2000 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messagePublished', text: 'order-1' },
      label: 'published once',
      caption: 'The shop publishes order-1 to the topic orders: one call, and not a word about who wants it.',
    },
    {
      at: { on: 'messageStored', text: 'order-1', nth: 2 },
      label: 'a copy for each',
      caption: 'Two groups have subscribed so far, so the server puts one copy into the queue stock and one into the queue mail.',
    },
    {
      at: { on: 'messageAcked', text: 'order-1' },
      label: 'one ack',
      caption: 'The first of the two acks. That settles its own copy only. The other copy still waits for its own ack.',
    },
    {
      at: { on: 'messageRouted', text: 'statistics' },
      label: 'a third group',
      caption: 'Meanwhile statistics has subscribed. From now on there are three copies of each order. Nobody changed shop.ts.',
    },
    {
      at: { on: 'messageAcked', process: 'statistics', text: 'order-6' },
      label: 'all have theirs',
      caption: 'Stock and mail had all six orders. Statistics had what was published after it subscribed, and nothing from before.',
    },
  ],
  shows: {
    'shape-pubsub': {
      holds: (trace) => {
        const publishedTo = new Set(eventsOf(trace, 'messagePublished').map(({ detail }) => detail.to));
        const late = ordersOf(trace, 'statistics');
        const hadAll = ['stock', 'mail'].every((process) => ordersOf(trace, process).length === ORDERS.length);
        return publishedTo.size === 1 && hadAll && late.length > 0 && late.length < ORDERS.length;
      },
      counterRun: {
        name: 'A shop that writes to the queues that it knows leaves out the one that came later.',
        change: {},
        files: { 'shop.ts': toKnownQueues },
      },
    },
    'shape-two-queues': {
      holds: (trace) =>
        ORDERS.every((order) => ['stock', 'mail'].every((process) => ordersOf(trace, process).includes(order))) &&
        eventsOf(trace, 'messageAcked').filter(({ detail }) => detail.place === 'mail').length === ORDERS.length,
      counterRun: {
        name: 'When both subscribe under one name they share one queue, and each order reaches one of them.',
        change: {},
        files: { 'stock.ts': inTheGroup('shipping'), 'mail.ts': inTheGroup('shipping') },
      },
    },
  },
  real: 'same',
};
