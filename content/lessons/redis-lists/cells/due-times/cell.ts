/** A sorted set of due times: reminders leave in the order in which they are due, and a key that expires reminds nobody. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

const asList = `import { Redis } from 'ioredis';

const redis = new Redis();
const now = Date.now();
await redis.zadd('reminders', now + 300, 'order-1');
await redis.zadd('reminders', now + 301, 'order-2');
await redis.zadd('reminders', now + 302, 'order-3');
await redis.quit();
`;

export const cell: Cell = {
  title: 'Reminders with a due time',
  objectives: ['redis-delay'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'mailer', file: 'mailer.ts', startAt: 300 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'planned' },
      label: 'four are planned',
      caption:
        'Three stand in the sorted set, in the order of their due times. The fourth is a key with an end, which the picture does not show.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'order-2 is due' },
      label: 'order-2 is due',
      caption: 'It was planned second and is due first. The mailer asked for everything up to now, and this was the first.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'order-3 is due' },
      label: 'order-3',
      caption: 'Meanwhile the time of order-4 is up: its second is over. Its key is gone, and nobody was told.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'order-1 is due' },
      label: 'order-1',
      caption: 'Planned first, due last.',
    },
    {
      at: { on: 'console', process: 'mailer', text: 'the key' },
      label: 'and order-4?',
      caption: 'The key has expired: null. To expire means to be forgotten, not to be delivered.',
    },
  ],
  shows: {
    'redis-delay': {
      holds: (trace) =>
        linesAfter(trace, 'order-')
          .map((line) => line.slice(0, 1))
          .join('') === '231' && linesAfter(trace, 'the key: ').join() === 'null',
      counterRun: {
        name: 'With due times in the order of planning they leave in that order: it is the score that sorts.',
        change: {},
        files: { 'shop.ts': asList },
      },
    },
  },
  real: 'same',
};
