/** The reader's first cell: two packers, chance, a crash with a restart, and half a minute that is over at once. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const LONG_MICROS = 20_000_000;

export const cell: Cell = {
  title: 'Two packers and a crash',
  objectives: ['start-cell'],
  processes: [
    { name: 'mia', file: 'packer.ts' },
    { name: 'tom', file: 'packer.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'tom', when: { atMs: 10_000 }, restartAfterMs: 2000 }],
  deadlineMs: 120_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'processStarted', process: 'mia' },
      label: 'both start',
      caption: 'Mia and Tom are two processes. They run the same file, but each has a memory of its own, with its own `packed`.',
    },
    {
      at: { on: 'console', process: 'tom', text: 'parcel 1' },
      label: "Tom's first parcel",
      caption:
        'The time in the picture is the time of the shop. You did not wait for these seconds: nothing happens in them, so the run skips them.',
    },
    {
      at: { on: 'processCrashed', process: 'tom' },
      label: 'Tom crashes',
      caption:
        'The fault strikes. Tom stops in the middle of a parcel, and all that was in his memory is gone, the number in `packed` too.',
    },
    {
      at: { on: 'processRestarted', process: 'tom' },
      label: 'Tom starts again',
      caption: 'Two seconds later Tom begins at the first line of the file. `packed` is 0 again.',
    },
    {
      at: { on: 'console', process: 'mia', text: 'goes home' },
      label: 'Mia goes home',
      caption: 'Mia has packed her three parcels. Nothing of what happened to Tom touched her.',
    },
    {
      at: { on: 'console', process: 'tom', text: 'parcel 1', nth: 2 },
      label: 'parcel 1, again',
      caption: 'Tom counts from 1 again. He does not know that he was here before.',
    },
  ],
  shows: {
    'start-cell': {
      holds: (trace) => isLong(trace) && countsFromOneAgain(trace),
      counterRun: { name: 'Without the fault Tom counts to 3 once.', change: { faults: [] } },
    },
  },
  real: 'skipped: the times are random, and on a real clock it would take half a minute.',
};

function isLong(trace: readonly TraceEvent[]): boolean {
  return (trace.at(-1)?.atMicros ?? 0) > LONG_MICROS;
}

function countsFromOneAgain(trace: readonly TraceEvent[]): boolean {
  const first = eventsOf(trace, 'console').filter(({ process, detail }) => process === 'tom' && detail.text.includes('parcel 1 '));
  return eventsOf(trace, 'processRestarted').length > 0 && first.length === 2;
}
