/** The first exercise: one `await` is missing, and the shop closes before its invoices are sent. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Send the mail before you close',
  objectives: ['start-await'],
  edits: ['shop.ts'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 600_000,
  eventBudget: 10_000,
  seed: 1,
  trials: {
    seeds: 50,
    noCrashes:
      'A crash ends every promise of the shop, whatever is awaited. What helps against a crash is the subject of the parts that follow.',
  },
  wrong: {
    'long-enough': {
      said: 'Waiting for a fixed time is a bet. It looks fine until an invoice takes longer; nobody but the promise knows when it is done.',
      fails: ['every-invoice-sent', 'says-the-truth'],
    },
    'only-the-last': {
      said: 'The last invoice that was started need not be the last one that is done.',
      fails: ['every-invoice-sent', 'says-the-truth'],
    },
    'for-each': {
      said: 'forEach calls the function and does not look at the promises that it gets. The awaits are inside; outside nobody waits.',
      fails: ['every-invoice-sent', 'says-the-truth'],
    },
    'no-exit': {
      said: 'The program lives long enough now, so the invoices do get sent. But the shop still says so before it is true.',
      fails: ['says-the-truth'],
    },
  },
  hints: [
    'sendInvoice() gives a promise. Who waits for it?',
    'An await stops the main program too. There is one line at which it ought to stop.',
    'Write await in front of the call in the loop.',
  ],
};
