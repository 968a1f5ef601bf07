/** Six orders, stock and mail: each order needs both, and neither may wait for the other. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Stock and mail for every order',
  objectives: ['shape-p2p', 'shape-two-queues'],
  edits: ['shop.ts', 'stock.ts', 'mail.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 1000 },
    { name: 'stock', file: 'stock.ts' },
    { name: 'mail', file: 'mail.ts', startAt: 400 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'pause', process: 'stock', when: { atMs: 1200 }, forMs: 3000 }],
  deadlineMs: 10_000,
  eventBudget: 50_000,
  seed: 1,
  trials: {
    seeds: 40,
    noCrashes: 'No process crashes here: what a crash does to a message was the subject of the lesson on acks. Stock stands still instead.',
  },
  wrong: {
    'same-name': {
      said: 'A topic alone is not enough. Stock and mail subscribe under the same name, so they are one group: one queue, and each order goes to one of them.',
      fails: ['every-order-reserved', 'every-customer-thanked'],
    },
    'publish-twice': {
      said: 'Two copies in one queue look like one for each. But nobody says who gets which: while stock stands still, both go to mail.',
      fails: ['every-order-reserved', 'nothing-twice'],
    },
    'give-it-back': {
      said: 'Giving the order back after the work does show it to the other one, but to yourself again as well. It never leaves the queue, and the orders behind it never get their turn.',
      fails: ['every-order-reserved', 'every-customer-thanked', 'nothing-twice', 'mail-does-not-wait'],
    },
    'pass-it-on': {
      said: 'A chain gets both done. But now mail depends on stock: while stock stands still, no customer gets a mail.',
      fails: ['mail-does-not-wait'],
    },
  },
  hints: [
    'One copy of each order is not enough for two jobs. Where can the second copy come from, and where must it wait?',
    'Each of the two needs a queue of its own, and each order must get into both.',
    "In shop.ts, publish to broker.topic<string>('orders') instead of the queue.",
    "In stock.ts and mail.ts, take from await broker.topic<string>('orders').subscribe(…), each under a name of its own.",
  ],
};
