/** One process, two functions that wait: at an await the function stops, and the rest of the program goes on. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter, sameOrder } from '../../../../story.ts';

const oneAfterTheOther = `import { setTimeout as sleep } from 'node:timers/promises';

async function pack(parcel: string, ms: number): Promise<void> {
  console.log('parcel ' + parcel + ': start');
  await sleep(ms);
  console.log('parcel ' + parcel + ': done');
}

await pack('A', 2000);
await pack('B', 1000);
console.log('the shop closes');
`;

export const cell: Cell = {
  title: 'Two parcels and one program',
  objectives: ['start-await'],
  processes: [{ name: 'shop', file: 'shop.ts' }],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', text: 'parcel A: start' },
      label: 'A starts',
      caption: "The call `pack('A', 2000)` runs the function at once, up to its first `await`. There this call stops.",
    },
    {
      at: { on: 'console', text: 'parcel B: start' },
      label: 'B starts',
      caption: 'A waits for the printer, but the program does not. It goes on in the next line and starts B.',
    },
    {
      at: { on: 'console', text: 'both are started' },
      label: 'both wait',
      caption: 'No time has passed yet. Two calls of `pack` stand at their `await`, and the main program stands at `await a`.',
    },
    {
      at: { on: 'console', text: 'parcel B: done' },
      label: 'B is done',
      caption: 'After one second the printer is ready for B. This call goes on where it stopped. A and the main program still wait.',
    },
    {
      at: { on: 'console', text: 'parcel A: done' },
      label: 'A is done',
      caption: 'After two seconds A goes on. With it the promise `a` is fulfilled, and so the main program may go on too.',
    },
    {
      at: { on: 'console', text: 'the shop closes' },
      label: 'the shop closes',
      caption: '`await b` took no time: B was done long ago. Two seconds for both, not three, because they waited at the same time.',
    },
  ],
  shows: {
    'start-await': {
      holds: (trace) => sameOrder(linesAfter(trace, 'parcel '), ['A: start', 'B: start', 'B: done', 'A: done']),
      counterRun: {
        name: 'With await at each call B starts only when A is done.',
        change: {},
        files: { 'shop.ts': oneAfterTheOther },
      },
    },
  },
  real: 'same',
};
