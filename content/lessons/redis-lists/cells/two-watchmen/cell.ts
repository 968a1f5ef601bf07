/** Look, then move: two watchmen rescue the same order, and it is packed twice. Each command is one step, the two are not. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

const oneStep = `import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
await sleep(300);
const order = await redis.lmove('processing:packer-1', 'orders', 'RIGHT', 'RIGHT');
if (order !== null) console.log('put ' + order + ' back');
await redis.quit();
`;

export const cell: Cell = {
  title: 'Two watchmen and one order',
  objectives: ['redis-atomic'],
  processes: [
    { name: 'watchman-1', file: 'watchman.ts', startAt: 800 },
    { name: 'watchman-2', file: 'watchman.ts', startAt: 800 },
    { name: 'shop', file: 'shop.ts' },
    { name: 'packer-1', file: 'packer.ts', env: { PACKER: 'packer-1' } },
    { name: 'packer-2', file: 'packer.ts', startAt: 600, env: { PACKER: 'packer-2' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'packer-1', when: { on: 'console', process: 'packer-1', nth: 1 } }],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'processCrashed', process: 'packer-1' },
      label: 'packer-1 dies',
      caption: 'It held order-1, and will not come back. The order lies on its processing list.',
    },
    {
      at: { on: 'console', process: 'watchman-1', text: 'sees order-1' },
      label: 'watchman-1 looks',
      caption: 'It finds order-1 on the list of packer-1. That was one command, and nobody interrupted it.',
    },
    {
      at: { on: 'console', process: 'watchman-2', text: 'sees order-1' },
      label: 'watchman-2 looks',
      caption: 'It finds the same. Nothing has been moved yet, so what it sees is true.',
    },
    {
      at: { on: 'messagePublished', process: 'watchman-1' },
      label: 'watchman-1 moves',
      caption: 'It puts order-1 back on the list of orders. packer-2 waits there and takes it.',
    },
    {
      at: { on: 'messagePublished', process: 'watchman-2' },
      label: 'watchman-2 moves too',
      caption: 'What it saw is no longer true. It does not look again, and puts order-1 on the list a second time.',
    },
    {
      at: { on: 'console', process: 'packer-2', text: 'packed order-1', nth: 2 },
      label: 'packed twice',
      caption: 'To packer-2 these are two orders. It packs both.',
    },
  ],
  shows: {
    'redis-atomic': {
      holds: (trace) => linesAfter(trace, 'sees order-1').length === 2 && linesAfter(trace, 'packed order-1').length === 2,
      counterRun: {
        name: 'LMOVE looks and moves in one command: one watchman moves the order, the other one gets null.',
        change: {},
        files: { 'watchman.ts': oneStep },
      },
    },
  },
  real: 'same',
};
