/** Reminders that are due later, a shop that goes down, and two schedulers that crash: each mail once, and at its time. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'A reminder at its time',
  objectives: ['redis-delay', 'redis-atomic'],
  edits: ['shop.ts', 'scheduler.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'scheduler-1', file: 'scheduler.ts', startAt: 700 },
    { name: 'scheduler-2', file: 'scheduler.ts', startAt: 700 },
    { name: 'mailer', file: 'mailer.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'shop', when: { atMs: 1000 } }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  trials: { seeds: 50, crashEachStep: { processes: ['scheduler-1'], restartAfterMs: 300 } },
  wrong: {
    'timer-in-memory': {
      said: 'A timer waits in the memory of its process. When the shop goes down, nobody knows of the reminders any more.',
      fails: ['mails-something', 'no-mail-lost'],
    },
    'expiry-as-alarm': {
      said: 'A key that expires is deleted, and nobody is told. It is a way to forget, not to remember.',
      fails: ['mails-something', 'no-mail-lost'],
    },
    'look-then-move': {
      said: 'Both schedulers look, both see that the order is due, and both move it. The answer of ZREM would have said who was late.',
      fails: ['no-mail-twice'],
    },
    'multi-alone': {
      said: 'MULTI makes the two writes one step. But the look came before it: the second scheduler moves what is no longer there.',
      fails: ['no-mail-twice'],
    },
    'removed-then-moved': {
      said: 'ZREM says who may move the order, so no mail goes out twice. But a crash between ZREM and LPUSH loses it.',
      fails: ['no-mail-lost'],
    },
    'pops-the-first': {
      said: 'ZPOPMIN gives the first one, whether it is due or not. And what was popped dies with the scheduler.',
      fails: ['no-mail-lost', 'not-before-its-time'],
    },
  },
  hints: [
    'The shop goes down after one second, before anything is due. Where must the reminders be by then?',
    'ZADD with the due time as the score sorts them. ZRANGEBYSCORE from 0 to Date.now() gives those that are due.',
    'Two writes that must not be torn apart belong into MULTI … EXEC. But what if the other scheduler was quicker, after you have looked?',
    'WATCH before the look: EXEC then does nothing if the set has changed since. Just look again.',
  ],
};
