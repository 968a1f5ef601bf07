/** Payments through a stream: a backlog, two workers, one of which dies for good. Each order is to be charged exactly once. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Payments through a stream',
  objectives: ['redis-stream'],
  edits: ['worker.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'worker-1', file: 'worker.ts', startAt: 500, env: { WORKER: 'worker-1' } },
    { name: 'worker-2', file: 'worker.ts', startAt: 500, env: { WORKER: 'worker-2' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  // This one does not come back.
  faults: [{ kind: 'crash', process: 'worker-2', when: { on: 'messageDelivered', process: 'worker-2', nth: 3, afterMs: 50 } }],
  deadlineMs: 60_000,
  eventBudget: 30_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['worker-1'], restartAfterMs: 300 } },
  wrong: {
    'group-at-dollar': {
      said: 'A group at $ begins behind the last entry that there is. The three orders that were sold before are never delivered to it.',
      fails: ['no-order-lost'],
    },
    'ack-before-work': {
      said: 'XACK before the payment takes the entry off the pending list. After a crash in between nobody finds it there.',
      fails: ['no-order-lost'],
    },
    'never-claims': {
      said: 'What a dead worker had is pending for ever. With > a worker gets only what nobody has got yet.',
      fails: ['no-order-lost', 'nothing-left-over'],
    },
    'claims-too-early': {
      said: 'A payment may take 300 ms. Whoever claims after 100 ms takes orders out of the hands of the living, and both charge.',
      fails: ['no-order-twice'],
    },
    'one-name-for-all': {
      said: 'With one consumer name for both there is one pending list for both. Each takes what the other is just working on for its own.',
      fails: ['no-order-twice'],
    },
    'never-acks': {
      said: 'What is paid stays pending, and is claimed again and again. So what really waits to be claimed never gets its turn.',
      fails: ['no-order-lost', 'nothing-left-over'],
    },
  },
  hints: [
    'Three things are wrong. Begin with the group: where does it start, and what was sold before?',
    'When may an entry be acked? What is with it if the worker dies one line earlier?',
    'worker-2 does not come back. Its entry is pending under its name. XAUTOCLAIM at the top of the loop takes over what has been idle for long enough.',
    'How long is long enough? Longer than the longest payment, with room to spare: 1000 ms.',
  ],
};
