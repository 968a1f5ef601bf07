/** A login by a direct call: few hops, and an honest error at once when the other side is down. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

/** As far as `shows` asks, "at once" is less than this. */
const AT_ONCE_MS = 250;

const silentWeb = `import { createServer } from 'node:http';
import { connect } from '#course/broker';

const broker = await connect();
createServer(async (request) => {
  await broker.queue('logins').publish(request.url);
}).listen(8080);
`;

export const cell: Cell = {
  title: 'The same login by a call',
  objectives: ['why-not'],
  processes: [
    { name: 'customers', file: 'customers.ts', startAt: 500 },
    { name: 'web', file: 'web.ts' },
    { name: 'accounts', file: 'accounts.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'accounts', when: { atMs: 1100 }, restartAfterMs: 3000 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'accounts', text: 'ann' },
      label: 'one question',
      caption: 'web asks accounts and stands at its await. The answer comes back on the same way, to the very line that asked.',
    },
    {
      at: { on: 'console', process: 'customers', text: 'sees "Hello', nth: 4 },
      label: 'all are in',
      caption: 'accounts waited for the database four times at once, so nobody stood in line. And there is no broker to look after.',
    },
    {
      at: { on: 'processCrashed', process: 'accounts' },
      label: 'accounts crashes',
      caption: 'The same crash as before, at the same time.',
    },
    {
      at: { on: 'console', process: 'customers', text: 'ben sees' },
      label: 'Ben knows',
      caption: 'The call fails at once, web catches the error and says so. Ben can try again later, or call the shop.',
    },
  ],
  shows: {
    'why-not': {
      holds: (trace) => {
        const times = ['ann', 'ben', 'cleo', 'dora', 'emil']
          .flatMap((customer) => linesAfter(trace, `${customer} sees`))
          .map((line) => Number(/(\d+) ms$/.exec(line)?.[1]));
        const told = linesAfter(trace, 'ben sees "No login at the moment').length === 1;
        return times.length === 5 && times.every((ms) => ms < AT_ONCE_MS) && told;
      },
      counterRun: {
        name: 'Through a queue nobody tells Ben that there is nobody to check his password.',
        change: { brokers: [{ kind: 'fifo', name: 'broker' }] },
        files: { 'web.ts': silentWeb },
      },
    },
  },
  real: 'skipped: it prints how long things took, and no two real runs take equally long.',
};
