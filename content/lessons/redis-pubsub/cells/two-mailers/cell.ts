/** Two subscribers of one channel do not share: each gets every order, and every buyer gets two mails. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf } from '../../../../story.ts';

const pushes = `import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
for (let number = 1; number <= 4; number += 1) {
  await redis.lpush('orders', 'order-' + number);
  await sleep(200);
}
await redis.quit();
`;

const pops = `import { Redis } from 'ioredis';
import { sendMail } from '#course/shop';

const redis = new Redis();
while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  await sendMail('buyer of ' + taken[1], 'Thank you');
}
await redis.quit();
`;

export const cell: Cell = {
  title: 'Two mailers on one channel',
  objectives: ['redis-pubsub'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 500 },
    { name: 'mailer-1', file: 'mailer.ts' },
    { name: 'mailer-2', file: 'mailer.ts', startAt: 100 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messagePublished', text: 'order-1' },
      label: 'order-1',
      caption: 'The shop publishes it once.',
    },
    {
      at: { on: 'messageDelivered', process: 'mailer-2', text: 'order-1' },
      label: 'two copies',
      caption: 'Redis sends a copy to each connection that has subscribed. It does not know that both do the same job.',
    },
    {
      at: { on: 'effect', text: 'buyer of order-1', nth: 2 },
      label: 'two mails',
      caption: 'Both mailers do what they are there for.',
    },
    {
      at: { on: 'effect', text: 'buyer of order-4', nth: 2 },
      label: 'eight mails',
      caption: 'Eight mails for four orders. A third mailer would make it twelve.',
    },
  ],
  shows: {
    'redis-pubsub': {
      holds: (trace) =>
        ['order-1', 'order-2', 'order-3', 'order-4'].every(
          (order) => eventsOf(trace, 'effect').filter(({ detail }) => detail.key === `buyer of ${order}`).length === 2,
        ),
      counterRun: {
        name: 'At one list the two mailers share the orders: one mail each.',
        change: {},
        files: { 'shop.ts': pushes, 'mailer.ts': pops },
      },
    },
  },
  real: 'same',
};
