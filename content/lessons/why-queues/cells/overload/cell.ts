/** More comes in than can be worked off, all the time: a small queue and a three times bigger one. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { waitingDepths } from '../../../../../sandbox/judge/depths.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { linesAfter } from '../../../../story.ts';

/** What the shop said that it could not put in, at the end of each ten seconds: `[small, big]` of each. */
export function refusedSoFar(trace: readonly TraceEvent[]): readonly (readonly [small: number, big: number])[] {
  return linesAfter(trace, 'refused so far: ').map((line) => {
    const [small = 0, big = 0] = [...line.matchAll(/\d+/g)].map(Number);
    return [small, big] as const;
  });
}

/** Both queues fill up to their capacity, the bigger one later. */
function fullSoonerOrLater(trace: readonly TraceEvent[]): boolean {
  const depths = waitingDepths(trace);
  const fullAt = (place: string, capacity: number) => depths.get(place)?.find(({ count }) => count >= capacity)?.atMicros;
  const [small, big] = [fullAt('small', 50), fullAt('big', 150)];
  return small !== undefined && big !== undefined && small < big;
}

export const cell: Cell = {
  title: 'A steady surplus, and a bigger queue',
  objectives: ['why-buffer'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'worker-small', file: 'worker.ts', startAt: 100, env: { QUEUE: 'small' } },
    { name: 'worker-big', file: 'worker.ts', startAt: 100, env: { QUEUE: 'big' } },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 3] },
  faults: [],
  deadlineMs: 31_000,
  eventBudget: 50_000,
  seed: 1,
  picture: 'depth',
  moments: [
    {
      at: { on: 'messageStored', nth: 60 },
      label: 'the queues fill',
      caption: 'Twenty orders come in a second, and a worker does ten. The other ten wait.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'small is full' },
      label: 'small is full',
      caption: 'From now on the small queue refuses every second order.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'big is full' },
      label: 'big is full too',
      caption: 'The big queue held out three times as long. From now on it refuses just as many.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'refused so far', nth: 3 },
      label: 'no difference',
      caption:
        'In these last ten seconds both refused a hundred. What the bigger queue added is waiting: 150 orders stand before each new one, not 50.',
    },
  ],
  shows: {
    'why-buffer': {
      holds: fullSoonerOrLater,
      counterRun: {
        name: 'Three workers for each queue do more than comes in, and no queue fills.',
        change: {
          processes: [
            { name: 'shop', file: 'shop.ts' },
            ...['small', 'big'].flatMap((queue) =>
              [1, 2, 3].map((number) => ({ name: `worker-${queue}-${number}`, file: 'worker.ts', startAt: 100, env: { QUEUE: queue } })),
            ),
          ],
        },
      },
    },
  },
  real: 'skipped: how much is refused depends on how fast the machine is.',
};
