/** One stream, two groups: each group gets every order, the members of one group share them, and the entries stay. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'One stream and two groups',
  objectives: ['redis-stream'],
  processes: [
    { name: 'stock', file: 'reader.ts', env: { GROUP: 'stock', ME: 'stock' } },
    { name: 'mail-1', file: 'reader.ts', env: { GROUP: 'mail', ME: 'mail-1' } },
    { name: 'mail-2', file: 'reader.ts', startAt: 100, env: { GROUP: 'mail', ME: 'mail-2' } },
    { name: 'shop', file: 'shop.ts', startAt: 300 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 10] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', text: 'order-1' },
      label: 'order-1 is added',
      caption: 'The stream has its first entry. Each of the two groups has a position of its own, and nothing is behind it yet.',
    },
    {
      at: { on: 'console', process: 'mail-1', text: 'got order-1' },
      label: 'to each group',
      caption: 'stock has got order-1, and so has one of the two members of the group mail.',
    },
    {
      at: { on: 'console', process: 'mail-2', text: 'got order-2' },
      label: 'shared in the group',
      caption: 'mail-1 is at work, so the next entry goes to mail-2. stock is alone and gets to it later.',
    },
    {
      at: { on: 'console', process: 'stock', text: 'got order-6' },
      label: 'stock comes last',
      caption: 'One reader alone is slower than two. The group mail has been done for a while: groups do not wait for each other.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'entries in the stream' },
      label: 'and all are there',
      caption: 'Everything is acked, by both groups. The six entries are still in the stream.',
    },
  ],
  shows: {
    'redis-stream': {
      holds: (trace) =>
        gotBy(trace, 'stock').length === 6 &&
        gotBy(trace, 'mail-1').length === 3 &&
        gotBy(trace, 'mail-2').length === 3 &&
        linesAfter(trace, 'entries in the stream: ').join() === '6',
      counterRun: {
        name: 'With one group for all three each order goes to one of them.',
        change: {
          processes: [
            { name: 'stock', file: 'reader.ts', env: { GROUP: 'all', ME: 'stock' } },
            { name: 'mail-1', file: 'reader.ts', env: { GROUP: 'all', ME: 'mail-1' } },
            { name: 'mail-2', file: 'reader.ts', startAt: 100, env: { GROUP: 'all', ME: 'mail-2' } },
            { name: 'shop', file: 'shop.ts', startAt: 300 },
          ],
        },
      },
    },
  },
  real: 'same',
};

function gotBy(trace: readonly TraceEvent[], reader: string): readonly string[] {
  return eventsOf(trace, 'console').flatMap(({ process, detail }) =>
    process === reader && detail.text.startsWith('got ') ? [detail.text.slice(4)] : [],
  );
}
