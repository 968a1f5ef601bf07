/** The hop in the middle: payments charges an order and tells two others, and the order must stay traceable through all of it. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Hand the id on',
  objectives: ['why-trace'],
  edits: ['payments.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 200 },
    { name: 'payments-1', file: 'payments.ts' },
    { name: 'payments-2', file: 'payments.ts' },
    { name: 'mailer', file: 'mailer.ts' },
    { name: 'packer', file: 'packer.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 20, crashEachStep: { processes: ['payments-1'], restartAfterMs: 200 } },
  wrong: {
    'new-id-for-each-message': {
      said: 'A fresh id is unique, and that is the trouble: it is found nowhere else. The id is made once, where the order comes in.',
      fails: ['receipts-traced', 'parcels-traced'],
    },
    'customer-as-id': {
      said: 'A customer has several orders. Her name brings up the lines of all of them.',
      fails: ['charges-traced', 'receipts-traced', 'parcels-traced'],
    },
    'time-as-id': {
      said: 'The time says when a line was written, not what it is about. Two orders can be charged in the same millisecond, and no other hop knows the time of this one.',
      fails: ['charges-traced', 'receipts-traced', 'parcels-traced'],
    },
    'one-id-for-all': {
      said: 'A variable outside the loop outlives the order. The id belongs to the message, not to the process.',
      fails: ['charges-traced', 'receipts-traced', 'parcels-traced'],
    },
    'one-hop-only': {
      said: 'The trail to the receipt is whole, and the one to the parcel ends here. Every message needs the id.',
      fails: ['parcels-traced'],
    },
    silent: {
      said: 'The id travels on, but this hop leaves no line. When something goes wrong here, nobody sees it.',
      fails: ['charges-traced'],
    },
    'ack-first': {
      said: 'An ack says that the work is done. A crash between this ack and the work loses the order.',
      fails: ['all-charged', 'charges-traced', 'receipts-traced', 'parcels-traced'],
    },
  },
  hints: [
    'All that you need is in message.body, the id too.',
    'Take it apart first: const { correlationId, order, customer, cents } = message.body.',
    'Begin your line with the id in square brackets, with template text or with "[" + correlationId + "] " and so on.',
    'The mailer needs { correlationId, customer }, the packer { correlationId, order }. Publish both, await both, and ack last.',
  ],
};
