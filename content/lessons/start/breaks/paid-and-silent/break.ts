/** Break it: every await is in its place, and still one crash leaves a customer charged and without a receipt. */
import type { BreakIt } from '../../../../break-it.ts';

export const breakIt: BreakIt = {
  title: 'Paid, and not a word',
  objectives: ['start-cell', 'start-await'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  promise: 'Whoever is charged gets a receipt.',
  offers: ['crash', 'pause'],
  targets: ['shop'],
  forMs: 2000,
  breaks: ['a-receipt-for-each-charge'],
  solution: { kind: 'crash', process: 'shop', when: { on: 'effect', process: 'shop', nth: 1 } },
  harmless: { kind: 'pause', process: 'shop', when: { on: 'effect', process: 'shop', nth: 1 }, forMs: 2000 },
  because:
    'Right after a charge the program stands at its await. The money is taken, and that a receipt is still owed is known only in the memory of this process. A crash there takes that knowledge away. A pause does not: the program goes on where it stood. What is owed has to be kept outside the process, and this is what a queue on a server is for.',
  hints: [
    'A pause only makes the shop slow. Its memory stays.',
    'The promise speaks of two things: a charge and a receipt. Where is the shop when it has done the one and not yet the other?',
    'Let the shop crash right after it charged an order.',
  ],
};
