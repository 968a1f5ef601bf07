/** Break it: workers that ack after the work, ask the bank, and claim with patience. One of them falls asleep at the wrong moment. */
import type { BreakIt } from '../../../../break-it.ts';

export const breakIt: BreakIt = {
  title: 'The patient rescue',
  objectives: ['redis-stream'],
  processes: [
    { name: 'worker-1', file: 'worker.ts', env: { WORKER: 'worker-1' } },
    { name: 'worker-2', file: 'worker.ts', startAt: 100, env: { WORKER: 'worker-2' } },
    { name: 'shop', file: 'shop.ts', startAt: 400 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  promise: 'Every order is charged exactly once.',
  offers: ['crashAndRestart', 'loseAck', 'pause'],
  targets: ['worker-1', 'worker-2'],
  forMs: 2500,
  breaks: ['no-order-lost', 'no-order-twice'],
  solution: { kind: 'pause', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1 }, forMs: 2500 },
  harmless: { kind: 'crash', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1 }, restartAfterMs: 2500 },
  because:
    'A worker that stands still for longer than the idle time is not dead. It has asked the bank already, and when it wakes up it charges what another one has charged meanwhile. A longer idle time makes this rarer, never impossible: nobody can tell slow from dead. The charge itself must carry the key, so that the bank refuses the second one.',
  hints: [
    'After a crash the entry stays pending, and somebody claims it. Then the bank is asked. Is that safe?',
    'The question to the bank and the charge are two lines. How much time may pass between them?',
    'Let a worker stand still for longer than a second, right after it has asked the bank.',
  ],
};
