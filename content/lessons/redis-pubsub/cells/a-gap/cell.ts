/** A connection breaks for a moment: ioredis connects and subscribes again by itself, and what came meanwhile is missing. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A connection that breaks for a moment',
  objectives: ['redis-pubsub'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 500 },
    { name: 'display', file: 'display.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 10] },
  faults: [{ kind: 'cut', between: ['display', 'redis'], when: { on: 'console', process: 'display', nth: 3 } }],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageDelivered', process: 'display', text: 'price-3' },
      label: 'price-3',
      caption: 'So far the display has got every price.',
    },
    {
      at: { on: 'messageDropped' },
      label: 'a price for nobody',
      caption: 'The connection is broken. For Redis there is no display now, and it keeps nothing for one that may come back.',
    },
    {
      at: { on: 'listenStarted', process: 'display', nth: 2 },
      label: 'subscribed again',
      caption: 'ioredis has noticed it, has connected again, and has subscribed again. The program does not have to do anything.',
    },
    {
      at: { on: 'console', process: 'display', text: 'shows price-10' },
      label: 'as if nothing was',
      caption: 'The display goes on. It does not know that it has missed anything.',
    },
  ],
  shows: {
    'redis-pubsub': {
      holds: (trace) => {
        const shown = linesAfter(trace, 'shows price-');
        return shown.length < 10 && shown.at(-1) === '10' && eventsOf(trace, 'messageDropped').length === 10 - shown.length;
      },
      counterRun: { name: 'When no connection breaks every price is shown.', change: { faults: [] } },
    },
  },
  real: 'skipped: how many prices are missed depends on how quickly the network connects again',
};
