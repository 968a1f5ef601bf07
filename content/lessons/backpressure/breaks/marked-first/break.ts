/** Break it: a consumer that survives duplicates, lost acks and most crashes. One crash makes it skip work that was never done. */
import type { BreakIt } from '../../../../break-it.ts';

export const breakIt: BreakIt = {
  title: 'The careful worker',
  objectives: ['dlv-idempotent', 'dlv-levels'],
  processes: [
    { name: 'producer', file: 'producer.ts' },
    { name: 'worker-1', file: 'worker.ts', startAt: 200, restartAfterMs: 300 },
    { name: 'worker-2', file: 'worker.ts', startAt: 200, restartAfterMs: 300 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  promise: 'Every order is charged exactly once.',
  offers: ['crashAndRestart', 'loseAck', 'pause'],
  targets: ['worker-1', 'worker-2'],
  forMs: 300,
  breaks: ['no-order-lost', 'no-order-twice'],
  solution: { kind: 'crash', process: 'worker-1', when: { on: 'effect', process: 'worker-1', nth: 1 }, restartAfterMs: 300 },
  harmless: { kind: 'crash', process: 'worker-1', when: { on: 'effect', process: 'worker-1', nth: 2 }, restartAfterMs: 300 },
  because:
    'The mark "seen" and the charge are two lines, in two places. A crash between them leaves a mark for work that was never done. The order is delivered again, as it should be, and whoever gets it finds the mark and skips it. The mark must come with the work, in one step: a charge that carries the key itself, or a mark and its effect in one transaction of one database.',
  hints: [
    'A lost ack brings the order again. What does the worker do then, and is it right?',
    'Look for two lines that belong together. What if only the first of them was reached?',
    'Let a worker crash right after its row in "seen", before its charge.',
  ],
};
