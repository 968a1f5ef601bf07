/** The same call with a timeout and a second try: some customers give up, and some are charged twice. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

/** Orders that were charged more than once, and orders whose customers were told that it failed. */
export function troubles(trace: readonly TraceEvent[]): { readonly twice: number; readonly failed: number } {
  const charged = eventsOf(trace, 'effect').map(({ detail }) => detail.key);
  const twice = new Set(charged.filter((order, index) => charged.indexOf(order) !== index));
  return { twice: twice.size, failed: linesAfter(trace, 'order-').filter((line) => line.includes('FAILED')).length };
}

export const cell: Cell = {
  title: 'The call with a timeout and a second try',
  objectives: ['why-coupling'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 100 },
    { name: 'payments', file: 'payments.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'pause', process: 'payments', when: { atMs: 1000 }, forMs: 5000 }],
  deadlineMs: 30_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'fault', text: 'stands still' },
      label: 'payments stands still',
      caption: 'The first two orders were paid as usual. From now on nobody answers.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'FAILED' },
      label: 'the first gives up',
      caption: 'Two seconds, a second try, two seconds more: the customer has waited for four seconds and has nothing.',
    },
    {
      at: { on: 'effect', nth: 3 },
      label: 'payments goes on',
      caption: 'It works through its line. Whether anybody still waits for the answer, it cannot know.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'order-16 is paid' },
      label: 'calm again',
      caption: 'Now count the charges of each order: some were taken twice, once for each try.',
    },
  ],
  shows: {
    'why-coupling': {
      holds: (trace) => troubles(trace).failed > 0 && troubles(trace).twice > 0,
      counterRun: { name: 'As long as payments is well, nobody needs the second try.', change: { faults: [] } },
    },
  },
  real: 'skipped: which order is charged twice depends on how fast the machine is.',
};
