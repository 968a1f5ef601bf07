/** Orders that come twice, for three reasons: each of them is to take exactly one piece from the shelf. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'One piece for every order',
  objectives: ['dlv-idempotent'],
  edits: ['worker.ts'],
  processes: [
    { name: 'producer', file: 'producer.ts' },
    { name: 'worker-1', file: 'worker.ts', startAt: 700 },
    { name: 'worker-2', file: 'worker.ts', startAt: 700 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [
    // The server has the order, and its answer is lost: the producer sends it again, as a new message.
    { kind: 'cut', between: ['producer', 'broker'], when: { on: 'messageStored', process: 'broker', nth: 3 } },
    { kind: 'crash', process: 'worker-1', when: { on: 'effect', process: 'worker-1', nth: 2 }, restartAfterMs: 200 },
    { kind: 'crash', process: 'worker-2', when: { on: 'messageDelivered', process: 'worker-2', nth: 4, afterMs: 25 }, restartAfterMs: 200 },
  ],
  deadlineMs: 60_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['worker-1'], restartAfterMs: 200 } },
  wrong: {
    'message-id-as-key': {
      said: 'The id belongs to the message, not to the order. The producer sent order-3 in two messages, and each of them has its own id.',
      fails: ['no-order-twice'],
    },
    'remembers-in-memory': {
      said: 'A set in memory is empty again after a crash, and the other worker cannot see it.',
      fails: ['no-order-twice'],
    },
    'trusts-the-flag': {
      said: 'The flag says that the message was delivered before, not that anything was done with it. And the producer’s second message does not have it.',
      fails: ['no-order-lost', 'no-order-twice'],
    },
    'looks-first': {
      said: 'Between the look and the insert there is time. Two workers that hold the same order both look, both see nothing, and both insert.',
      fails: ['no-order-twice'],
    },
    'marks-first': {
      said: 'The mark says "done" before anything is done. After a crash in between nobody reserves the piece any more.',
      fails: ['no-order-lost'],
    },
  },
  hints: [
    'An order may come twice. What is the same both times, and what is not?',
    'Looking and inserting must be one step, and the row itself must be what the next one finds.',
    'insertOnce does that. Give it the order as its key.',
  ],
};
