/** A list as a queue: two workers each ask once and wait for the answer, and the oldest mail leaves first. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { delivered, linesAfter, published, sameOrder } from '../../../../story.ts';

const polls = `import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
for (let idle = 0; idle < 20; idle += 1) {
  console.log('asks for a mail');
  const mail = await redis.rpop('mails');
  if (mail === null) {
    await sleep(100);
    continue;
  }
  console.log('got ' + mail);
  idle = 0;
  await sleep(500);
}
await redis.quit();
`;

export const cell: Cell = {
  title: 'A list, and two workers that wait',
  objectives: ['redis-list'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'worker-1', file: 'worker.ts' },
    { name: 'worker-2', file: 'worker.ts', startAt: 200 },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'waitStarted', process: 'worker-2' },
      label: 'both wait',
      caption: 'The list is empty, in fact there is no list. Both workers have asked and sit there: Redis has not answered yet.',
    },
    {
      at: { on: 'messageDelivered', text: 'mail-1' },
      label: 'mail-1',
      caption: 'The first mail comes. In the same moment Redis answers the worker that has waited longest.',
    },
    {
      at: { on: 'messageDelivered', text: 'mail-2' },
      label: 'mail-2',
      caption: 'worker-1 still writes mail-1, so this one is for worker-2.',
    },
    {
      at: { on: 'messageStored', text: 'mail-5' },
      label: 'three at once',
      caption: 'Three mails are put in on the left. Taken is on the right, so mail-3, the oldest, leaves first.',
    },
    {
      at: { on: 'console', process: 'worker-1', text: 'going home' },
      label: 'two seconds of nothing',
      caption: 'The time that the worker gave with BRPOP is up. The answer is null.',
    },
  ],
  shows: {
    'redis-list': {
      holds: (trace) => {
        const got = delivered(trace);
        const workers = 2;
        return got.length === 5 && sameOrder(got, published(trace)) && linesAfter(trace, 'asks for a mail').length === got.length + workers;
      },
      counterRun: {
        name: 'Workers that poll with RPOP ask again and again while there is nothing.',
        change: {},
        files: { 'worker.ts': polls },
      },
    },
  },
  real: 'same',
};
