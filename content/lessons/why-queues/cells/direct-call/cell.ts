/** The shop calls payments and waits: what happens to payments happens to the shop. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { linesAfter } from '../../../../story.ts';

/** The longest time that a customer waited until an order was paid, in milliseconds. */
function longestWaitMs(trace: readonly TraceEvent[]): number {
  const waits = linesAfter(trace, 'order-').map((line) => Number(/ is paid after (\d+) ms/.exec(line)?.[1] ?? 0));
  return Math.max(0, ...waits);
}

export const cell: Cell = {
  title: 'The shop calls payments',
  objectives: ['why-coupling'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 100 },
    { name: 'payments', file: 'payments.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [
    { kind: 'pause', process: 'payments', when: { atMs: 1000 }, forMs: 5000 },
    { kind: 'crash', process: 'payments', when: { atMs: 10_000 }, restartAfterMs: 1000 },
  ],
  deadlineMs: 30_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', text: 'order-1' },
      label: 'all is well',
      caption: 'Each order is paid about a quarter of a second after the customer asked.',
    },
    {
      at: { on: 'fault', text: 'stands still' },
      label: 'payments stands still',
      caption: 'payments does nothing for five seconds. The shop is healthy, and yet no customer gets an answer.',
    },
    {
      at: { on: 'effect', nth: 3 },
      label: 'payments goes on',
      caption: 'Ten customers wait: open in the shop, and in line at payments. The work has piled up in both.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'order-16' },
      label: 'still late',
      caption: 'payments has been back for seconds, and customers who came long after the trouble still wait: the pile must go first.',
    },
    {
      at: { on: 'processCrashed', process: 'payments' },
      label: 'payments dies',
      caption: 'Now nobody listens at all.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'FAILED' },
      label: 'the shop fails',
      caption: 'The customer gets an error from the shop, which did nothing wrong.',
    },
  ],
  shows: {
    'why-coupling': {
      holds: (trace) => longestWaitMs(trace) > 4000 && linesAfter(trace, 'order-').some((line) => line.includes('FAILED')),
      counterRun: { name: 'As long as payments is well, the shop is too.', change: { faults: [] } },
    },
  },
  real: 'skipped: it prints how long things took.',
};
