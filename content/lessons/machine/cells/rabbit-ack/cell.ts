/** A RabbitMQ queue with acknowledgements: one worker dies with an order in its hands, the other one gets it. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { mostUnsettled, passedOn } from '../../../../story.ts';

/** The worker of the cell, shortened, with one of its two safeguards taken away. */
const workerWith = ({
  prefetch,
  noAck,
}: {
  prefetch: boolean;
  noAck: boolean;
}) => `import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';

const connection = await connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('orders', { durable: true });
${prefetch ? 'await channel.prefetch(1);' : ''}
await channel.consume('orders', async (message) => {
  if (message === null) return;
  console.log('took ' + message.content.toString());
  await sleep(400);
  ${noAck ? '' : 'channel.ack(message);'}
}, { noAck: ${noAck} });
`;

export const cell: Cell = {
  title: 'RabbitMQ: ack, crash, redelivery',
  objectives: ['rabbit-ack', 'rabbit-prefetch'],
  processes: [
    { name: 'producer', file: 'producer.ts', startAt: 1000 },
    { name: 'worker-1', file: 'worker.ts' },
    { name: 'worker-2', file: 'worker.ts', startAt: 400 },
  ],
  brokers: [{ kind: 'rabbitmq' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1, afterMs: 100 } }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  shows: {
    'rabbit-ack': {
      holds: passedOn,
      counterRun: {
        name: 'With noAck the queue forgets an order as soon as it is sent, and the crash loses it.',
        change: {},
        files: { 'worker.ts': workerWith({ prefetch: true, noAck: true }) },
      },
    },
    'rabbit-prefetch': {
      holds: (trace) => mostUnsettled(trace) === 1,
      counterRun: {
        name: 'Without a prefetch limit each worker is handed all it can get.',
        change: {},
        files: { 'worker.ts': workerWith({ prefetch: false, noAck: false }) },
      },
    },
  },
  real: 'same',
};
