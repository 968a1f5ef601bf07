/** A channel keeps nothing: each price reaches those who listen at that moment, and PUBLISH says how many they are. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'Two displays, one of them late',
  objectives: ['redis-pubsub'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'display-1', file: 'display.ts', startAt: 200 },
    { name: 'display-2', file: 'display.ts', startAt: 1000 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 10] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageDropped', text: 'lamp 19' },
      label: 'nobody is there',
      caption: 'The first price comes before any display. Redis has nobody to give it to, and keeps nothing. The answer is 0.',
    },
    {
      at: { on: 'messageDelivered', process: 'display-1', text: 'lamp 18' },
      label: 'one listens',
      caption: 'display-1 has subscribed in the meantime. It gets the second price. Of the first one it knows nothing.',
    },
    {
      at: { on: 'messageDelivered', process: 'display-2', text: 'lamp 16' },
      label: 'two listen',
      caption: 'display-2 came a second late. It starts with the fourth price, and each of the two gets a copy.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'lamp 15: heard by' },
      label: 'heard by 2',
      caption: 'The shop never asked who they are. It only hears how many.',
    },
  ],
  shows: {
    'redis-pubsub': {
      holds: (trace) =>
        linesAfter(trace, 'lamp ')
          .map((line) => line.slice(-1))
          .join('') === '01122' &&
        shownBy(trace, 'display-1') === '18 17 16 15' &&
        shownBy(trace, 'display-2') === '16 15',
      counterRun: {
        name: 'When both displays are there first, each price is heard by two.',
        change: {
          processes: [
            { name: 'shop', file: 'shop.ts', startAt: 500 },
            { name: 'display-1', file: 'display.ts' },
            { name: 'display-2', file: 'display.ts' },
          ],
        },
      },
    },
  },
  real: 'same',
};

function shownBy(trace: readonly TraceEvent[], display: string): string {
  return eventsOf(trace, 'console')
    .flatMap(({ process, detail }) => (process === display ? [detail.text.replace('shows lamp ', '')] : []))
    .join(' ');
}
