/** A queue without a limit and an encoder that is a little too slow: the wait grows, then the memory is full and all is gone. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { waitingDepths } from '../../../../../sandbox/judge/depths.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

/** The encoder keeps up. */
const quickEncoder = `import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const videos = new Queue<{ name: string; cameAt: number }>('videos');

async function receive(): Promise<void> {
  for (let number = 1; number <= 20; number += 1) {
    await videos.put({ name: 'video-' + number, cameAt: Date.now() });
    await sleep(200);
  }
  videos.close();
}

async function encode(): Promise<void> {
  for await (const { name, cameAt } of videos) {
    console.log(name + ' waited ' + (Date.now() - cameAt) + ' ms');
    await sleep(150);
  }
}

await Promise.all([receive(), encode()]);
`;

export const cell: Cell = {
  title: 'A queue without a limit',
  objectives: ['bp-unbounded'],
  picture: 'depth',
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageDelivered', text: 'video-1"' },
      label: 'the first video',
      caption: 'Nobody is before it, so it is encoded at once.',
    },
    {
      at: { on: 'messageDelivered', text: 'video-6"' },
      label: 'half a second',
      caption: 'Three videos come while two are encoded. The sixth one has waited 500 ms, and the queue looks harmless.',
    },
    {
      at: { on: 'messageDelivered', text: 'video-12"' },
      label: 'more than a second',
      caption: 'Nothing has changed, neither the customers nor the encoder. Still everybody waits longer than the one before.',
    },
    {
      at: { on: 'processCrashed', process: 'shop' },
      label: 'the memory is full',
      caption: 'One video more does not fit. The process dies, and the videos that waited in its memory are gone with it.',
    },
  ],
  shows: {
    'bp-unbounded': {
      holds: (trace) => {
        const waitsMs = linesAfter(trace, 'video-').map((line) => Number(/waited (\d+) ms/.exec(line)?.[1]));
        const grows = waitsMs.length > 5 && waitsMs.every((waitMs, index) => index === 0 || waitMs > (waitsMs[index - 1] ?? 0));
        const deepest = Math.max(0, ...(waitingDepths(trace).get('videos') ?? []).map(({ count }) => count));
        return grows && deepest >= 8 && eventsOf(trace, 'processCrashed').length === 1;
      },
      counterRun: {
        name: 'An encoder that needs 150 ms keeps up: nobody waits, and the memory stays nearly empty.',
        change: {},
        files: { 'shop.ts': quickEncoder },
      },
    },
  },
  real: 'skipped: the waits that it prints are times, and real times differ by a few milliseconds',
};
