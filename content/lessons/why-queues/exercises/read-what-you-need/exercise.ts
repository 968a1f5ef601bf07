/** Two versions of the shop send orders at the same time: payments must read both, and keep what it cannot read. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Read what you need',
  objectives: ['why-contract'],
  edits: ['payments.ts'],
  processes: [
    { name: 'shop-old', file: 'shop-old.ts', startAt: 100 },
    { name: 'shop-new', file: 'shop-new.ts', startAt: 100 },
    { name: 'payments', file: 'payments.ts', restartAfterMs: 200 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 6000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 20, crashEachStep: { processes: ['payments'], restartAfterMs: 200 } },
  wrong: {
    'drops-what-is-new': {
      said: 'A list of all known fields is out of date as soon as somebody adds one. The orders with a note or a gift are good orders.',
      fails: ['all-charged'],
    },
    'reads-by-place': {
      said: 'The fields of a JSON object have names so that nobody needs to count them. Another version of the shop writes them in another order.',
      fails: ['all-charged', 'right-amount', 'no-guess', 'kept'],
    },
    'free-of-charge': {
      said: 'A default fits a field that may be left out. Without an amount there is no order; charging 0 hides the mistake.',
      fails: ['no-guess', 'kept'],
    },
    'throws-it-away': {
      said: 'Nothing crashes any more, and the order that could not be read is gone without a trace.',
      fails: ['kept'],
    },
    'drops-the-check': {
      said: 'The check asked for too much, but something must be asked: here nobody asks whether there is an amount, and nobody reads the discount.',
      fails: ['all-charged', 'right-amount', 'kept'],
    },
    'everybody-is-new': {
      said: 'The old shop is still running and sends no discount. A new field must have a default.',
      fails: ['all-charged'],
    },
  },
  hints: [
    'payments dies of the first message that has a field more. Then the message comes again, and payments dies again.',
    'Do not ask which fields there are. Take those that you need by their names: const { id, cents } = message.body.',
    'An order without a discount has a discount of nothing: const { id, cents, discount = 0 } = message.body.',
    "When cents is undefined: await broker.queue('unreadable').publish(message.body), and ack the message. Otherwise charge Number(cents) - Number(discount).",
  ],
};
