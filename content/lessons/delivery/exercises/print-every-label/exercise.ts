/** A printer that jams and workers that crash: every order is to get its label, and the server is to be told the truth. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'A label for every order',
  objectives: ['dlv-ack'],
  edits: ['worker.ts'],
  processes: [
    { name: 'producer', file: 'producer.ts', startAt: 300 },
    { name: 'worker-1', file: 'worker.ts', restartAfterMs: 200 },
    { name: 'worker-2', file: 'worker.ts', startAt: 100, restartAfterMs: 200 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [
    {
      kind: 'crash',
      process: 'worker-2',
      when: { on: 'messageDelivered', process: 'worker-2', nth: 2, afterMs: 30 },
      restartAfterMs: 200,
    },
  ],
  deadlineMs: 60_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['worker-1'], restartAfterMs: 200 } },
  wrong: {
    'ack-first': {
      said: 'Taking an order is not the same as having its label. After an ack the server forgets the order, and a jam or a crash loses it.',
      fails: ['no-order-lost'],
    },
    'ack-in-finally': {
      said: 'The finally block runs after a jam too. So the server hears "done" for an order that has no label.',
      fails: ['no-order-lost'],
    },
    'never-acks': {
      said: 'All labels are printed, but the server still waits for every ack. At the next crash it sends all of them again.',
      fails: ['nothing-left-over'],
    },
    'label-in-background': {
      said: 'Without await the ack goes out while the label is still being printed. A jam comes after the server has forgotten the order.',
      fails: ['no-order-lost'],
    },
    'throws-it-away': {
      said: 'A nack with requeue: false tells the server to throw the order away. A jam is no reason for that: the next try may work.',
      fails: ['no-order-lost'],
    },
  },
  hints: [
    'There are two places to fill: one is reached when the label is there, the other one when it is not.',
    'ack() says "done, forget it". nack() says "not done, put it back". Which of them is true where?',
    'Await the call in both places: await message.ack() after the label, await message.nack() after a jam.',
  ],
};
