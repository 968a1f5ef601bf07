/** A promise that nobody awaits: it goes on by itself, its error ends the process, and the end of the process ends it. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { eventsOf } from '../../../../story.ts';

/** The three programs with the `await` that they lack. */
const awaited = {
  'ann.ts': `import { sendInvoice } from './invoice.ts';
await sendInvoice('ann@example.com');
console.log('the order of Ann is done');
`,
  'bob.ts': `import { sendInvoice } from './invoice.ts';
try {
  await sendInvoice('bob, example.com');
} catch {
  console.log('Bob needs another address');
}
`,
  'cleo.ts': `import { sendInvoice } from './invoice.ts';
await sendInvoice('cleo@example.com');
process.exit(0);
`,
};

export const cell: Cell = {
  title: 'Three promises that nobody awaits',
  objectives: ['start-await'],
  processes: [
    { name: 'ann', file: 'ann.ts' },
    { name: 'bob', file: 'bob.ts' },
    { name: 'cleo', file: 'cleo.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'ann', text: 'is done' },
      label: 'not done yet',
      caption: "Ann's program says that her order is done. Her invoice is not even written: the promise goes on by itself.",
    },
    {
      at: { on: 'processExited', process: 'cleo' },
      label: 'Cleo: the end',
      caption: '`process.exit(0)` ends the process. The promise was only in its memory, so there is nobody left to go on with it.',
    },
    {
      at: { on: 'processCrashed', process: 'bob' },
      label: 'Bob: a crash',
      caption:
        'The address is wrong and the promise fails. Nobody awaits it, so nobody can catch the error, and it ends the whole process.',
    },
    {
      at: { on: 'effect', process: 'ann' },
      label: 'Ann: a mail',
      caption:
        'Ann gets her invoice, half a second after her program reached its last line. A process ends when nothing is left to wait for.',
    },
  ],
  shows: {
    'start-await': {
      holds: (trace) => {
        const sent = eventsOf(trace, 'effect').map(({ detail }) => detail.key);
        const crashed = eventsOf(trace, 'processCrashed').map(({ process }) => process);
        const saidBefore = trace.findIndex(({ kind, process }) => kind === 'console' && process === 'ann');
        const sentThen = trace.findIndex(({ kind, process }) => kind === 'effect' && process === 'ann');
        return sent.join() === 'ann@example.com' && crashed.join() === 'bob' && saidBefore < sentThen;
      },
      counterRun: { name: 'With await Ann and Cleo get their invoices, and the error about Bob is caught.', change: {}, files: awaited },
    },
  },
  real: 'same',
};
