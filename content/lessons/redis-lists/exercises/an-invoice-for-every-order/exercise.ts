/** Workers that pop and crash: every order is to get its invoice, and no processing list may keep anything. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'An invoice for every order',
  objectives: ['redis-list-loss'],
  edits: ['worker.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'worker-1', file: 'worker.ts', startAt: 300, env: { WORKER: 'worker-1' } },
    { name: 'worker-2', file: 'worker.ts', startAt: 300, env: { WORKER: 'worker-2' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [
    {
      kind: 'crash',
      process: 'worker-1',
      when: { on: 'messageDelivered', process: 'worker-1', nth: 2, afterMs: 20 },
      restartAfterMs: 300,
    },
    {
      kind: 'crash',
      process: 'worker-2',
      when: { on: 'messageDelivered', process: 'worker-2', nth: 2, afterMs: 30 },
      restartAfterMs: 300,
    },
  ],
  deadlineMs: 60_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['worker-1'], restartAfterMs: 300 } },
  wrong: {
    'pop-without-a-list': {
      said: 'A catch helps when bill() throws. When the process dies, nothing is caught, and the only copy of the order was in its memory.',
      fails: ['no-order-lost'],
    },
    'two-commands': {
      said: 'BRPOP and then LPUSH are two commands. A crash between them loses the order. BLMOVE does both in one step.',
      fails: ['no-order-lost'],
    },
    'ack-before-work': {
      said: 'LREM is the ack. When it comes before the invoice, a crash in between loses the order.',
      fails: ['no-order-lost'],
    },
    'never-looks-back': {
      said: 'The order is safe on the processing list, but nobody ever looks there.',
      fails: ['no-order-lost', 'nothing-left-over'],
    },
    'never-acks': {
      said: 'The order gets its invoice and stays on the processing list. The list grows, and each restart bills all of it again.',
      fails: ['nothing-left-over'],
    },
  },
  hints: [
    'Where is an order between BRPOP and the invoice? What happens to that place when the worker dies?',
    'BLMOVE puts the order on a list of the worker in the same step. LREM takes it off there. When may it do so?',
    'A worker that starts again finds what it had in its hands on its own list: read it with LRANGE before the loop.',
  ],
};
