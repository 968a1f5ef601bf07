/** The same four sales through a list, a channel and a stream, and each reader dies once with the second one in its hands. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

export const cell: Cell = {
  title: 'Three ways and the same crash',
  objectives: ['redis-fits'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 600 },
    { name: 'list', file: 'list.ts' },
    { name: 'channel', file: 'channel.ts' },
    { name: 'stream', file: 'stream.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 10] },
  faults: ['list', 'channel', 'stream'].map((process) => ({
    kind: 'crash',
    process,
    when: { on: 'console', process, nth: 2 },
    restartAfterMs: 600,
  })),
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', process: 'stream', text: 'sale-1' },
      label: 'sale-1, three times',
      caption: 'As long as nothing goes wrong the three ways look alike.',
    },
    {
      at: { on: 'processCrashed', process: 'stream' },
      label: 'all three die',
      caption: 'Each of them had got sale-2, and had done nothing with it yet.',
    },
    {
      at: { on: 'messageDropped', text: 'sale-3' },
      label: 'nobody listens',
      caption: 'sale-3 comes while they are away. It waits on the list and in the stream. On the channel it is gone.',
    },
    {
      at: { on: 'effect', process: 'stream', text: 'sale-2' },
      label: 'the stream remembers',
      caption: 'sale-2 was pending for this reader. It asks for that first when it comes back.',
    },
    {
      at: { on: 'effect', process: 'stream', text: 'sale-4' },
      label: 'sale-4',
      caption: 'Done by list: three of four. By channel: two. By stream: four.',
    },
  ],
  shows: {
    'redis-fits': {
      holds: (trace) => doneBy(trace, 'list') === '1 3 4' && doneBy(trace, 'channel') === '1 4' && doneBy(trace, 'stream') === '1 2 3 4',
      counterRun: { name: 'Without a crash nobody would see a difference.', change: { faults: [] } },
    },
  },
  real: 'same',
};

function doneBy(trace: readonly TraceEvent[], way: string): string {
  return eventsOf(trace, 'effect')
    .flatMap(({ detail }) => (detail.key.startsWith(`by ${way}/sale-`) ? [detail.key.slice(`by ${way}/sale-`.length)] : []))
    .join(' ');
}
