/** One, two, then four workers share a queue, until the database behind them is the limit. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const SECOND_MICROS = 1_000_000;

/** Orders stored while one, two and four workers were there: five seconds each. */
export function storedByWorkers(trace: readonly TraceEvent[]): readonly [one: number, two: number, four: number] {
  const stored = eventsOf(trace, 'effect').map(({ atMicros }) => Math.floor(atMicros / SECOND_MICROS / 5));
  const count = (phase: number) => stored.filter((found) => found === phase).length;
  return [count(0), count(1), count(2)];
}

/** Twice the workers do nearly twice the work once, and hardly more the second time. */
function helpsUpToTheLimit(trace: readonly TraceEvent[]): boolean {
  const [one, two, four] = storedByWorkers(trace);
  return one > 0 && two > 1.7 * one && four < 1.3 * two;
}

export const cell: Cell = {
  title: 'One, two and four workers',
  objectives: ['why-scale'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'worker-1', file: 'worker.ts' },
    { name: 'worker-2', file: 'worker.ts', startAt: 5000 },
    { name: 'worker-3', file: 'worker.ts', startAt: 10_000 },
    { name: 'worker-4', file: 'worker.ts', startAt: 10_000 },
    { name: 'database', file: 'database.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 3] },
  faults: [],
  deadlineMs: 40_000,
  eventBudget: 50_000,
  seed: 1,
  picture: 'depth',
  moments: [
    {
      at: { on: 'effect', nth: 5 },
      label: 'one worker',
      caption: 'worker-1 takes one order after the other. Each needs 200 ms in the database: not quite five in a second.',
    },
    {
      at: { on: 'processStarted', process: 'worker-2' },
      label: 'worker-2 starts',
      caption: 'It only connects and takes. Nobody told the shop, and nobody told worker-1.',
    },
    {
      at: { on: 'console', process: 'database', text: 'two workers' },
      label: 'twice as fast',
      caption: 'Two workers did about twice as much in their five seconds. They shared the load.',
    },
    {
      at: { on: 'messageDelivered', process: 'worker-4' },
      label: 'four workers',
      caption: 'worker-3 and worker-4 have started and get their first orders. But the database works on two queries at a time.',
    },
    {
      at: { on: 'console', process: 'database', text: 'four workers' },
      label: 'no faster',
      caption: 'Hardly more than with two. Two workers are always standing in line at the database: the line has only moved.',
    },
  ],
  shows: {
    'why-scale': {
      holds: helpsUpToTheLimit,
      counterRun: {
        name: 'A database that works on four queries at a time lets four workers do twice as much as two.',
        change: {},
        files: {
          'database.ts': `import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertRow } from '#course/shop';

createServer(async (request, response) => {
  await sleep(200);
  await insertRow('orders', String(request.url).slice(1), 'stored');
  response.end('stored');
}).listen(5000);
`,
        },
      },
    },
  },
  real: 'skipped: it counts what is done in some seconds.',
};
