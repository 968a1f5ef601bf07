/** Take, work, ack: one worker dies after the first of the three steps, one after the second, and a third one picks up. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, passedOn } from '../../../../story.ts';

/** The order is forgotten by the server before anything was done for it. */
const ackFirst = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();
for await (const message of broker.queue<string>('orders').consume()) {
  await message.ack();
  console.log('took ' + message.body);
  await sleep(100);
  await sendMail('buyer of ' + message.body, 'Thank you for your order');
}
`;

export const cell: Cell = {
  title: 'One worker dies before the mail, one after it',
  objectives: ['dlv-ack'],
  processes: [
    { name: 'worker-1', file: 'worker.ts' },
    { name: 'worker-2', file: 'worker.ts', startAt: 100 },
    { name: 'worker-3', file: 'worker.ts', startAt: 200 },
    { name: 'producer', file: 'producer.ts', startAt: 400 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'crash', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1 } },
    { kind: 'crash', process: 'worker-2', when: { on: 'effect', process: 'worker-2', nth: 1 } },
  ],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageDelivered', process: 'worker-1', text: 'order-1' },
      label: 'worker-1 takes order-1',
      caption: 'The order is on its way to worker-1. The server has not forgotten it: it waits for the ack.',
    },
    {
      at: { on: 'processCrashed', process: 'worker-1' },
      label: 'worker-1 dies',
      caption: 'It had read the order, and nothing more. Nobody has written to the buyer yet.',
    },
    {
      at: { on: 'messageRequeued', text: 'order-1' },
      label: 'order-1 goes back',
      caption: 'The connection of worker-1 is gone, and there was no ack. So the server puts the order back in its old place.',
    },
    {
      at: { on: 'effect', process: 'worker-2', text: 'order-2' },
      label: 'worker-2 sends, then dies',
      caption: 'The mail is out. In the same moment worker-2 dies: the line with the ack is never reached.',
    },
    {
      at: { on: 'messageRequeued', text: 'order-2' },
      label: 'order-2 goes back too',
      caption: 'To the server this looks just like before: a connection is gone, an ack is missing. It cannot know about the mail.',
    },
    {
      at: { on: 'effect', process: 'worker-3', text: 'order-2' },
      label: 'a second mail',
      caption: 'worker-3 does what it is asked to do. The buyer of order-2 now has two mails, the buyer of order-1 has one.',
    },
  ],
  shows: {
    'dlv-ack': {
      holds: (trace) => passedOn(trace) && mailsFor(trace, 'order-1') === 1 && mailsFor(trace, 'order-2') === 2,
      counterRun: {
        name: 'With the ack first nothing comes again: the buyer of order-1 never gets a mail.',
        change: {},
        files: { 'worker.ts': ackFirst },
      },
    },
  },
  real: 'same',
};

function mailsFor(trace: readonly TraceEvent[], order: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === `buyer of ${order}`).length;
}
