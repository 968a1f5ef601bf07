/** Nobody dies, only an ack is lost: the order comes again, one piece of work is done twice and the other is not. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { delivered, eventsOf } from '../../../../story.ts';

const rowForRow = `import { connect } from '#course/broker';
import { insertRow, sendMail } from '#course/shop';

async function work(): Promise<void> {
  const broker = await connect();
  for await (const message of broker.queue<string>('orders').consume()) {
    await insertRow('reservations', message.body, { pieces: 1 });
    await sendMail('buyer of ' + message.body, 'Your order is reserved');
    await message.ack();
  }
}

while (true) {
  try {
    await work();
  } catch {
    console.log('lost the connection');
  }
}
`;

export const cell: Cell = {
  title: 'Only an ack is lost',
  objectives: ['dlv-levels', 'dlv-idempotent'],
  processes: [
    { name: 'worker', file: 'worker.ts', startAt: 200 },
    { name: 'producer', file: 'producer.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  // The fourth effect is the mail about order-2; what the worker sends to the server next is the ack.
  faults: [{ kind: 'loseAck', process: 'worker', broker: 'broker', when: { on: 'effect', process: 'worker', nth: 4 } }],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', text: 'reservations/order-2' },
      label: 'order-2 is reserved',
      caption: 'A row with the key order-2 is in the table.',
    },
    {
      at: { on: 'effect', text: 'buyer of order-2' },
      label: 'and the mail is sent',
      caption: 'All the work for order-2 is done. The ack goes on its way, and never arrives.',
    },
    {
      at: { on: 'messageRequeued', text: 'order-2' },
      label: 'order-2 goes back',
      caption: 'The server sees a connection that broke and an ack that is missing. Keeping quiet would be a guess. It plays safe.',
    },
    {
      at: { on: 'messageDelivered', text: 'order-2', nth: 2 },
      label: 'order-2 comes again',
      caption: 'The worker gets it a second time, marked as delivered before. The row is there already: insertOnce changes nothing.',
    },
    {
      at: { on: 'effect', text: 'buyer of order-2', nth: 2 },
      label: 'a second mail',
      caption: 'A mail has no key by which somebody could see that it went out already. It goes out again.',
    },
    {
      at: { on: 'messageAcked', text: 'order-3' },
      label: 'order-3, the last one',
      caption: 'Three reservations for three orders, and four mails.',
    },
  ],
  shows: {
    'dlv-levels': {
      holds: (trace) =>
        eventsOf(trace, 'processCrashed').length === 0 && delivered(trace).length === 4 && timesDone(trace, 'buyer of order-2') === 2,
      counterRun: { name: 'When no ack is lost each order comes once.', change: { faults: [] } },
    },
    'dlv-idempotent': {
      holds: (trace) =>
        timesDone(trace, 'buyer of order-2') === 2 &&
        ['order-1', 'order-2', 'order-3'].every((order) => timesDone(trace, `reservations/${order}`) === 1),
      counterRun: {
        name: 'With a row for each delivery order-2 is reserved twice.',
        change: {},
        files: { 'worker.ts': rowForRow },
      },
    },
  },
  real: 'same',
};

function timesDone(trace: readonly TraceEvent[], key: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === key).length;
}
