/** Four workers and a database that is the limit: take work from the database, not more workers to it. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

const workers = [1, 2, 3, 4].map((number) => ({ name: `worker-${number}`, file: 'worker.ts' }));

export const exercise: Exercise = {
  title: 'Relieve the database',
  objectives: ['why-scale'],
  edits: ['worker.ts'],
  processes: [{ name: 'shop', file: 'shop.ts' }, ...workers, { name: 'database', file: 'database.ts' }],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 3] },
  faults: [],
  deadlineMs: 5000,
  eventBudget: 50_000,
  seed: 1,
  picture: 'depth',
  trials: { seeds: 20, crashEachStep: { processes: ['worker-1'], restartAfterMs: 300 } },
  wrong: {
    'more-at-once': {
      said: 'Two queries for each of sixty orders are six seconds of work for the database. It makes no difference how many are sent at once: it does two at a time, and the rest stand in line.',
      fails: ['all-stored'],
    },
    'does-not-wait': {
      said: 'Not waiting for the database makes the worker fast. But the message is acked before the order is stored, and a crash in between loses the order.',
      fails: ['all-stored', 'acked-is-stored'],
    },
    'guesses-the-price': {
      said: 'One price for all saves queries. It is the price of the first article that came, and the others cost something else.',
      fails: ['right-price'],
    },
  },
  hints: [
    'Count the queries for one order. The database does twenty in a second, whoever sends them.',
    'One of the two queries gives the same answer again and again.',
    'The Map is there for the answers: prices.get(article) gives what was kept, or undefined. prices.set(article, price) keeps it.',
    'let price = prices.get(article); and only if it is undefined: price = await query(…), then prices.set(article, price).',
  ],
};
