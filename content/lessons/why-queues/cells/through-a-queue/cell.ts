/** A queue between the shop and payments: the same pause and the same crash, and the shop notices neither. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const callsDirectly = `const answer = await fetch('http://localhost:8080/order-1', { method: 'POST' });
console.log(await answer.text());
`;

const answersDirectly = `import { createServer } from 'node:http';
import { charge } from '#course/shop';

createServer(async (_request, response) => {
  await charge('order-1', 1999);
  response.end('paid');
}).listen(8080);
`;

const ackFirst = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
for await (const message of broker.queue<string>('orders').consume()) {
  await message.ack();
  await sleep(200);
  await charge(message.body, 1999);
}
`;

/** Every order was put in by the shop and taken out by payments, and the two had no connection with one another. */
function meetOnlyAtTheQueue(trace: readonly TraceEvent[]): boolean {
  const published = eventsOf(trace, 'messagePublished');
  const taken = new Set(eventsOf(trace, 'messageDelivered').map(({ messageId, detail }) => `${messageId} ${detail.client}`));
  return (
    published.length > 0 &&
    published.every(({ messageId, detail }) => detail.client === 'shop' && taken.has(`${messageId} payments`)) &&
    eventsOf(trace, 'connectionOpened').every(({ detail }) => detail.server === 'broker')
  );
}

/** payments died with an order in its hands, and yet every order was charged. */
function nothingDiesWithTheConsumer(trace: readonly TraceEvent[]): boolean {
  const charged = new Set(eventsOf(trace, 'effect').map(({ detail }) => detail.key));
  return (
    eventsOf(trace, 'messageRequeued').length > 0 && eventsOf(trace, 'messagePublished').every(({ detail }) => charged.has(detail.text))
  );
}

export const cell: Cell = {
  title: 'A queue between the shop and payments',
  objectives: ['why-roles', 'why-survive'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 100 },
    { name: 'payments', file: 'payments.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'pause', process: 'payments', when: { atMs: 1000 }, forMs: 5000 },
    {
      kind: 'crash',
      process: 'payments',
      when: { on: 'messageDelivered', process: 'payments', nth: 20, afterMs: 100 },
      restartAfterMs: 1000,
    },
  ],
  deadlineMs: 30_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'order-1' },
      label: 'order-1 is stored',
      caption: 'The shop puts a message into the queue. As soon as the queue has it, the customer gets an answer.',
    },
    {
      at: { on: 'fault', text: 'stands still' },
      label: 'payments stands still',
      caption: 'The same five seconds as before. Watch the shop: it does not notice.',
    },
    {
      at: { on: 'messageStored', text: 'order-10' },
      label: 'the queue fills',
      caption: 'Orders wait in the queue, and only there. Each customer had an answer after some milliseconds.',
    },
    {
      at: { on: 'effect', text: 'order-3' },
      label: 'payments goes on',
      caption: 'payments takes one order after the other, at its own pace. The queue empties.',
    },
    {
      at: { on: 'processCrashed', process: 'payments' },
      label: 'payments dies',
      caption: 'It had taken an order and not acknowledged it. So the order goes back to its place in the queue.',
    },
    {
      at: { on: 'console', process: 'payments', text: 'comes again' },
      label: 'the order comes again',
      caption: 'payments has started again, and the first thing that it gets is the order that it had in its hands.',
    },
    {
      at: { on: 'effect', text: 'order-24' },
      label: 'all are paid',
      caption: 'Every order is paid. No customer saw an error.',
    },
  ],
  shows: {
    'why-roles': {
      holds: meetOnlyAtTheQueue,
      counterRun: {
        name: 'A shop that calls payments has to know where payments is.',
        change: { faults: [] },
        files: { 'shop.ts': callsDirectly, 'payments.ts': answersDirectly },
      },
    },
    'why-survive': {
      holds: nothingDiesWithTheConsumer,
      counterRun: {
        name: 'A consumer that acks before the work takes the order with it when it dies.',
        change: {},
        files: { 'payments.ts': ackFirst },
      },
    },
  },
  real: 'skipped: it prints how long things took.',
};
