/** A pending entry is claimed after an idle time: from a dead worker, which is a rescue, and from a slow one, which is a double charge. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

export const cell: Cell = {
  title: 'A dead worker, a slow worker, and a rescuer',
  objectives: ['redis-stream'],
  processes: [
    { name: 'rescuer', file: 'rescuer.ts', startAt: 1200 },
    { name: 'worker-1', file: 'worker.ts', env: { WORKER: 'worker-1', WORK_MS: '200' } },
    { name: 'worker-2', file: 'worker.ts', startAt: 100, env: { WORKER: 'worker-2', WORK_MS: '1800' } },
    { name: 'shop', file: 'shop.ts' },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'worker-1', when: { on: 'console', process: 'worker-1', nth: 1 } }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'processCrashed', process: 'worker-1' },
      label: 'worker-1 dies',
      caption: 'It had got order-1. In the group this entry is pending now: delivered to worker-1, and not acked.',
    },
    {
      at: { on: 'console', process: 'worker-2', text: 'took order-2' },
      label: 'worker-2 is at work',
      caption: 'The bank takes its time. For Redis order-2 looks just like order-1: pending, and nothing is heard.',
    },
    {
      at: { on: 'console', process: 'rescuer', text: 'claimed order-1' },
      label: 'a rescue',
      caption: 'order-1 has been idle for a second. The rescuer claims it and charges it.',
    },
    {
      at: { on: 'console', process: 'rescuer', text: 'claimed order-2' },
      label: 'no rescue',
      caption: 'order-2 has been idle for a second too. But its worker lives, and is about to charge it.',
    },
    {
      at: { on: 'effect', process: 'worker-2', text: 'order-2' },
      label: 'charged twice',
      caption: 'worker-2 does not know that the entry is no longer its own. It does what it was doing.',
    },
  ],
  shows: {
    'redis-stream': {
      holds: (trace) => chargesOf(trace, 'order-1') === 1 && chargesOf(trace, 'order-2') === 2,
      counterRun: {
        name: 'A worker that needs 200 ms is done before anybody thinks that it is dead.',
        change: {
          processes: [
            { name: 'rescuer', file: 'rescuer.ts', startAt: 1200 },
            { name: 'worker-1', file: 'worker.ts', env: { WORKER: 'worker-1', WORK_MS: '200' } },
            { name: 'worker-2', file: 'worker.ts', startAt: 100, env: { WORKER: 'worker-2', WORK_MS: '200' } },
            { name: 'shop', file: 'shop.ts' },
          ],
        },
      },
    },
  },
  real: 'same',
};

function chargesOf(trace: readonly TraceEvent[], order: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === order).length;
}
