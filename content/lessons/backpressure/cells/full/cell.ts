/** Two full queues side by side: the orders make the shop wait, the readings push out the oldest of their own. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { waitingDepths } from '../../../../../sandbox/judge/depths.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf, linesAfter } from '../../../../story.ts';

/** The two queues with their policies exchanged. */
const ordersThatDrop = `import { setTimeout as sleep } from 'node:timers/promises';
import { charge } from '#course/shop';
import { openQueue } from './queue.ts';

const orders = openQueue<string>('orders', 'dropOldest');

async function accept(): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    await orders.put('order-' + number);
    await sleep(50);
  }
  orders.close();
}

async function pay(): Promise<void> {
  for await (const order of orders) {
    await sleep(150);
    await charge(order, 1999);
  }
}

await Promise.all([accept(), pay()]);
`;

export const cell: Cell = {
  title: 'Two full queues: orders and readings',
  objectives: ['bp-policies'],
  picture: 'depth',
  processes: [
    { name: 'orders', file: 'orders.ts' },
    { name: 'thermometer', file: 'thermometer.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messageStored', process: 'orders', text: 'order-5' },
      label: 'three orders wait',
      caption: 'Three times as much comes in as goes out, in both processes. Both queues are full now.',
    },
    {
      at: { on: 'messageDropped', process: 'thermometer' },
      label: 'a reading is dropped',
      caption: 'The thermometer never waits. Its queue makes room by throwing away the oldest reading, which is of no use any more.',
    },
    {
      at: { on: 'messageStored', process: 'orders', text: 'order-6' },
      label: 'order-6 gets in',
      caption: 'The shop had to wait with order-6 until one of the others was taken. Nothing was thrown away.',
    },
    {
      at: { on: 'console', process: 'thermometer', text: 'last measurement' },
      label: 'the thermometer is done',
      caption: 'It measured twelve times in 600 ms, at its own pace, whatever the display could do.',
    },
    {
      at: { on: 'console', process: 'thermometer', text: 'display: 12' },
      label: 'the display is up to date',
      caption: 'It skipped some readings, and it shows the newest one about as soon as it can.',
    },
    {
      at: { on: 'console', process: 'orders', text: 'last order accepted' },
      label: 'the shop is done',
      caption: 'It needed twice as long as it wanted. That was the pressure of the slow bank, felt at the other end of the queue.',
    },
    {
      at: { on: 'effect', text: 'order-12' },
      label: 'twelve orders, all paid',
      caption: 'Late, but every one of them.',
    },
  ],
  shows: {
    'bp-policies': {
      holds: (trace) => {
        const dropped = (place: string) => eventsOf(trace, 'messageDropped').filter(({ detail }) => detail.place === place).length;
        const agesMs = linesAfter(trace, 'display: ').map((line) => Number(/(\d+) ms old/.exec(line)?.[1]));
        return (
          eventsOf(trace, 'effect').filter(({ detail }) => detail.effect === 'charge').length === 12 &&
          dropped('orders') === 0 &&
          dropped('readings') > 0 &&
          agesMs.every((ageMs) => ageMs <= 500) &&
          mostWaiting(trace) === 3
        );
      },
      counterRun: { name: 'Orders that drop the oldest are never charged.', change: {}, files: { 'orders.ts': ordersThatDrop } },
    },
  },
  real: 'skipped: the ages that it prints are times, and real times differ by a few milliseconds',
};

function mostWaiting(trace: readonly TraceEvent[]): number {
  return Math.max(0, ...[...waitingDepths(trace).values()].flat().map(({ count }) => count));
}
