/** A queue on a server of its own and two workers: one dies with an order in its hands, the other one gets it. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf, linesAfter, passedOn } from '../../../../story.ts';

const ackFirst = `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
for await (const message of broker.queue<string>('orders').consume()) {
  await message.ack();
  console.log('took ' + message.body);
  await sleep(400);
  console.log('packed ' + message.body);
}
`;

const publishTwice = `import { connect } from '#course/broker';

const broker = await connect();
for (let number = 1; number <= 6; number += 1) {
  await broker.queue('orders-of-worker-1').publish('order-' + number);
  await broker.queue('orders-of-worker-2').publish('order-' + number);
}
await broker.close();
`;

const ownQueue = `import { connect } from '#course/broker';

const broker = await connect();
for await (const message of broker.queue('orders-of-' + process.env.WORKER).consume()) {
  console.log('packed ' + message.body);
  await message.ack();
}
`;

export const cell: Cell = {
  title: 'A queue on a server and two workers',
  objectives: ['fifo-one', 'dlv-ack'],
  processes: [
    { name: 'producer', file: 'producer.ts', startAt: 1000 },
    { name: 'worker-1', file: 'worker.ts', env: { WORKER: 'worker-1' } },
    { name: 'worker-2', file: 'worker.ts', startAt: 400, env: { WORKER: 'worker-2' } },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1, afterMs: 100 } }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  shows: {
    'fifo-one': {
      holds: (trace) => {
        const published = eventsOf(trace, 'messagePublished');
        const packedBy = (text: string) => {
          const ids = published.filter(({ detail }) => detail.text === text).map(({ messageId }) => messageId);
          return eventsOf(trace, 'messageAcked').filter(({ messageId }) => ids.includes(messageId));
        };
        return published.length > 0 && published.every(({ detail }) => packedBy(detail.text).length === 1);
      },
      counterRun: {
        name: 'With a queue for each worker, both of them get every order.',
        change: { faults: [] },
        files: { 'producer.ts': publishTwice, 'worker.ts': ownQueue },
      },
    },
    'dlv-ack': {
      holds: (trace) => {
        const packed = linesAfter(trace, 'packed ');
        return passedOn(trace) && eventsOf(trace, 'messagePublished').every(({ detail }) => packed.includes(detail.text));
      },
      counterRun: {
        name: 'A worker that acks before the work loses the order that it has in its hands.',
        change: {},
        files: { 'worker.ts': ackFirst },
      },
    },
  },
  real: 'same',
};
