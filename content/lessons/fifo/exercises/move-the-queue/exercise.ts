/** Orders in the memory of a process that ends, and a packer on another server who comes later: the queue has to move out. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Move the queue out of memory',
  objectives: ['fifo-memory'],
  edits: ['web.ts', 'packer.ts'],
  processes: [
    { name: 'web', file: 'web.ts', host: 'server-1' },
    { name: 'packer', file: 'packer.ts', host: 'server-2', startAt: 5000 },
  ],
  brokers: [{ kind: 'fifo', name: 'queue-server' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 30_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['web'], restartAfterMs: 300 } },
  wrong: {
    'import-the-queue': {
      said: 'An import shares text, not memory. The packer ran all of web.ts a second time, with a queue and customers of its own.',
      fails: ['server-has-it-first', 'only-web-takes-orders'],
    },
    'no-ack': {
      said: 'The server waits for your word that the first order is done. Until then it gives this packer no other one.',
      fails: ['every-order-packed'],
    },
    'thanks-too-early': {
      said: 'The customer is thanked before the server has the order. A crash between these two lines loses it.',
      fails: ['server-has-it-first'],
    },
    'one-memory-more': {
      said: 'An order that waits in the memory of web until it is sent on can be lost there, as before. The thanks come too early.',
      fails: ['server-has-it-first'],
    },
  },
  hints: [
    'Where are the orders after web has ended? They have to be somewhere else before the customer is thanked.',
    'Both programs connect to the queue server and open the queue with the same name. No `new Queue` is left.',
    "In web.ts: `const orders = (await connect()).queue<string>('orders')`, and `await orders.publish(…)` in place of `put`.",
    'In packer.ts: `for await (const message of orders.consume())`, print `message.body`, and as the last line of the loop `await message.ack()`.',
  ],
};
