/** A burst of 200 orders: the queue takes them at once, the consumer works them off at its own pace. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { waitingDepths } from '../../../../../sandbox/judge/depths.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

/** The queue was filled high and is empty in the end, with every order charged. */
function absorbed(trace: readonly TraceEvent[]): boolean {
  const depths = waitingDepths(trace).get('orders') ?? [];
  const highest = Math.max(0, ...depths.map(({ count }) => count));
  return highest > 150 && depths.at(-1)?.count === 0 && eventsOf(trace, 'effect').length === eventsOf(trace, 'messagePublished').length;
}

export const cell: Cell = {
  title: 'A burst of 200 orders',
  objectives: ['why-buffer'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 100 },
    { name: 'payments', file: 'payments.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 3] },
  faults: [],
  deadlineMs: 60_000,
  eventBudget: 50_000,
  seed: 1,
  picture: 'depth',
  moments: [
    {
      at: { on: 'messageStored', nth: 10 },
      label: 'quiet hours',
      caption: 'Five orders come in a second. payments could do almost twenty, so the queue is empty most of the time.',
    },
    {
      at: { on: 'messageStored', nth: 21 },
      label: 'the burst begins',
      caption: 'Two hundred customers press the button at the same time.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'television' },
      label: 'all are accepted',
      caption: 'Every customer had an answer within milliseconds. The work is not done; it is in the queue.',
    },
    {
      at: { on: 'effect', nth: 120 },
      label: 'half the burst is paid',
      caption: 'payments is as fast as before, no faster. New orders wait behind the burst, so they wait long too.',
    },
    {
      at: { on: 'effect', nth: 284 },
      label: 'the queue is empty again',
      caption: 'The burst is worked off. It went well because payments can do more in a second than comes in on average.',
    },
  ],
  shows: {
    'why-buffer': {
      holds: absorbed,
      counterRun: {
        name: 'When the run is cut off after ten seconds, the burst is not worked off yet: absorbing takes time.',
        change: { deadlineMs: 10_000 },
      },
    },
  },
  real: 'skipped: it prints how long things took.',
};
