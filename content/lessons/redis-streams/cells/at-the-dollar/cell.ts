/** Two groups, made after three orders: the one at 0 reads them, the one at $ never sees them. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

export const cell: Cell = {
  title: 'Two groups that come after the first orders',
  objectives: ['redis-stream'],
  processes: [
    { name: 'stock', file: 'reader.ts', startAt: 300, env: { GROUP: 'stock', FROM: '0' } },
    { name: 'mail', file: 'reader.ts', startAt: 500, env: { GROUP: 'mail', FROM: '$' } },
    { name: 'shop', file: 'shop.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'order-1, order-2' },
      label: 'three orders',
      caption: 'They are in the stream before there is any group.',
    },
    {
      at: { on: 'console', process: 'stock', text: 'group stock' },
      label: 'stock at 0',
      caption: 'A group at 0 stands before the first entry. Everything is still ahead of it.',
    },
    {
      at: { on: 'console', process: 'mail', text: 'group mail' },
      label: 'mail at $',
      caption:
        'The dollar stands for the last id that there is now. For this group the three orders are behind it, as if it had read them.',
    },
    {
      at: { on: 'console', process: 'mail', text: 'got order-4' },
      label: 'the first for mail',
      caption: 'What comes from now on, both groups get.',
    },
  ],
  shows: {
    'redis-stream': {
      holds: (trace) => gotBy(trace, 'stock') === '1 2 3 4 5' && gotBy(trace, 'mail') === '4 5',
      counterRun: {
        name: 'With both groups at 0 both get all five.',
        change: {
          processes: [
            { name: 'stock', file: 'reader.ts', startAt: 300, env: { GROUP: 'stock', FROM: '0' } },
            { name: 'mail', file: 'reader.ts', startAt: 500, env: { GROUP: 'mail', FROM: '0' } },
            { name: 'shop', file: 'shop.ts' },
          ],
        },
      },
    },
  },
  real: 'same',
};

function gotBy(trace: readonly TraceEvent[], reader: string): string {
  return eventsOf(trace, 'console')
    .flatMap(({ process, detail }) => (process === reader && detail.text.startsWith('got order-') ? [detail.text.slice(10)] : []))
    .join(' ');
}
