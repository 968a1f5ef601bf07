/** Ack, then work: the worker dies between the two lines, and one order is never charged. Swapped, it is charged twice. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, eventsOf } from '../../../../story.ts';

const workFirst = `import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
for await (const message of broker.queue<string>('orders').consume()) {
  await charge(message.body, 1999);
  console.log('half done: ' + message.body);
  await message.ack();
}
`;

export const cell: Cell = {
  title: 'Two lines and a crash between them',
  objectives: ['dlv-levels'],
  processes: [
    { name: 'worker', file: 'worker.ts', startAt: 200 },
    { name: 'producer', file: 'producer.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker', nth: 2 }, restartAfterMs: 300 }],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', text: 'order-1' },
      label: 'order-1 is charged',
      caption: 'Line A, line B, no crash between them: all is well, in whatever order the lines are.',
    },
    {
      at: { on: 'messageAcked', text: 'order-2' },
      label: 'order-2 is acked',
      caption: 'The worker says that order-2 is done. The server forgets it. It is not charged yet.',
    },
    {
      at: { on: 'processCrashed', process: 'worker' },
      label: 'a crash in between',
      caption: 'Now the order is nowhere: not on the server, and not in a memory that still exists.',
    },
    {
      at: { on: 'processRestarted', process: 'worker' },
      label: 'the worker is back',
      caption: 'It starts with the first line of the file and remembers nothing. The server sends what it still has: order-3.',
    },
    {
      at: { on: 'effect', text: 'order-4' },
      label: 'order-4, the last one',
      caption: 'Three charges for four orders. Nothing was charged twice, and one order not at all: at most once.',
    },
  ],
  shows: {
    'dlv-levels': {
      holds: (trace) => {
        const charged = eventsOf(trace, 'effect').map(({ detail }) => detail.key);
        const order2 = eventsOf(trace, 'messagePublished').find(({ detail }) => detail.text === 'order-2')?.messageId;
        const deliveredCount = delivered(trace).filter((messageId) => messageId === order2).length;
        return deliveredCount === 1 && eventsOf(trace, 'messageAcked').length === 4 && charged.join() === 'order-1,order-3,order-4';
      },
      counterRun: {
        name: 'With the two lines swapped order-2 is charged twice: at least once.',
        change: {},
        files: { 'worker.ts': workFirst },
      },
    },
  },
  real: 'same',
};
