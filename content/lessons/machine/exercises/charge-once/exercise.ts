/** Thirty orders on a Redis list, two workers that crash: every order is to be charged exactly once. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Charge every order exactly once',
  objectives: ['redis-list-loss', 'dlv-ack', 'dlv-idempotent'],
  edits: ['worker.ts'],
  processes: [
    { name: 'producer', file: 'producer.ts' },
    { name: 'worker-1', file: 'worker.ts', env: { WORKER: 'worker-1' } },
    { name: 'worker-2', file: 'worker.ts', env: { WORKER: 'worker-2' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'crash', process: 'worker-1', when: { on: 'messageDelivered', process: 'worker-1', nth: 4 }, restartAfterMs: 300 },
    { kind: 'crash', process: 'worker-2', when: { on: 'effect', process: 'worker-2', nth: 6 }, restartAfterMs: 300 },
  ],
  deadlineMs: 60_000,
  eventBudget: 50_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['worker-1'], restartAfterMs: 300 } },
  wrong: {
    'pop-and-hope': {
      said: 'BRPOP takes the order off the list. When the worker dies with it, nobody else has it.',
      fails: ['no-order-lost'],
    },
    'ack-before-work': {
      said: 'Taking the order off the processing list before the charge looks tidy, but a crash in between loses the order.',
      fails: ['no-order-lost'],
    },
    'charge-again': {
      said: 'Keeping the order until it is charged is right. But a crash between the charge and LREM charges it again.',
      fails: ['no-order-twice'],
    },
    'never-looks-back': {
      said: 'The order is safe on the processing list, but nobody ever looks there after a crash.',
      fails: ['no-order-lost', 'nothing-left-over'],
    },
    'never-acks': {
      said: 'The order is charged, but stays on the processing list for ever. The list grows, and each restart goes through all of it again.',
      fails: ['nothing-left-over'],
    },
    'mark-before-charge': {
      said: 'A mark that is set before the charge says "paid" too early: a crash in between and the order is never charged.',
      fails: ['no-order-lost'],
    },
    'one-list-for-all': {
      said: 'With one processing list for both, a worker that starts again takes orders out of the hands of the other one.',
      fails: ['no-order-twice'],
    },
  },
  hints: [
    'Where is an order between BRPOP and the charge? Only in the memory of the worker.',
    'BLMOVE takes an order and puts it on a second list in one step. Give each worker a list of its own, and take the order off it (LREM) as the last thing.',
    'When a worker starts, its own list still holds what it had in its hands when it died. Handle that first.',
    'Was such an order charged already? Nobody but the bank knows: ask charges() before you charge.',
  ],
};
