/** tmp */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
export const cell: Cell = {
  title: 'video', objectives: ['msg-size'],
  processes: [{ name: 'encoder', file: 'encoder.ts' },{ name: 'mailer', file: 'mailer.ts' },{ name: 'store', file: 'store.ts' },{ name: 'shop', file: 'shop.ts', startAt: 200 }], brokers: [{kind:'fifo',name:'broker'}], network: { latencyMs: [1, 5], bytesPerMs: 2000 }, faults: [], deadlineMs: 20_000, eventBudget: 20_000, seed: 1,
  shows: {}, real: 'same',
};
