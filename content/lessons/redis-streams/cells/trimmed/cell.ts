/** XACK deletes nothing: a stream grows until it is trimmed, and trimming asks no group whether it has read. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

const deletes = `import { Redis } from 'ioredis';

const redis = new Redis();
const group = process.env.GROUP ?? '';
await redis.xgroup('CREATE', 'orders', group, '0', 'MKSTREAM');
let count = 0;
while (true) {
  const answer = await redis.xreadgroup('GROUP', group, 'me', 'COUNT', 10, 'BLOCK', 800, 'STREAMS', 'orders', '>');
  if (answer === null) break;
  for (const [id] of answer[0]?.[1] ?? []) {
    count += 1;
    await redis.xack('orders', group, id);
    await redis.xdel('orders', id);
  }
}
console.log(group + ' acked ' + count + ' orders');
await redis.quit();
`;

export const cell: Cell = {
  title: 'Eight orders, and what is left of them',
  objectives: ['redis-trim'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'mailer', file: 'reader.ts', env: { GROUP: 'mail' } },
    { name: 'statistics', file: 'reader.ts', startAt: 3000, env: { GROUP: 'statistics' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'mailer', text: 'mail acked' },
      label: 'all are acked',
      caption: 'The group mail has acked every entry. Nothing is pending.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'entries:' },
      label: 'and all are there',
      caption: 'An ack is a note in the group. The stream itself has not changed.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'after trimming' },
      label: 'trimmed',
      caption: 'Five entries are gone for good. Nobody was asked whether somebody still wanted them.',
    },
    {
      at: { on: 'console', process: 'statistics', text: 'statistics acked' },
      label: 'too late',
      caption: 'The group statistics begins at 0. But the beginning is no longer there.',
    },
  ],
  shows: {
    'redis-trim': {
      holds: (trace) =>
        linesAfter(trace, 'entries: ').join() === '8' &&
        linesAfter(trace, 'mail acked ').join() === '8 orders' &&
        linesAfter(trace, 'statistics acked ').join() === '3 orders',
      counterRun: {
        name: 'Only when the mailer also deletes each entry (XDEL) does the stream get shorter.',
        change: {},
        files: { 'reader.ts': deletes },
      },
    },
  },
  real: 'same',
};
