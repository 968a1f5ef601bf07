/** A login that goes through a queue: more hops while all is well, and an answer that nobody waits for when accounts was down. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import { linesAfter } from '../../../../story.ts';

const callingWeb = `import { createServer } from 'node:http';

createServer(async (request, response) => {
  const customer = new URL(request.url ?? '', 'http://web').searchParams.get('customer');
  try {
    const answer = await fetch('http://localhost:8081/check?customer=' + customer);
    response.end(await answer.text());
  } catch {
    response.end('No login at the moment.');
  }
}).listen(8080);
`;

const calledAccounts = `import { createServer } from 'node:http';

createServer((request, response) => {
  const customer = new URL(request.url ?? '', 'http://accounts').searchParams.get('customer');
  console.log('checked the password of ' + customer);
  response.end('Hello ' + customer);
}).listen(8081);
`;

export const cell: Cell = {
  title: 'A login through a queue',
  objectives: ['why-not'],
  processes: [
    { name: 'customers', file: 'customers.ts', startAt: 500 },
    { name: 'web', file: 'web.ts' },
    { name: 'accounts', file: 'accounts.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'accounts', when: { atMs: 1100 }, restartAfterMs: 3000 }],
  deadlineMs: 20_000,
  eventBudget: 20_000,
  seed: 1,
  moments: [
    {
      at: { on: 'messagePublished', process: 'web', text: 'ann' },
      label: 'Ann logs in',
      caption:
        'Ann waits at her browser, like three others. web puts her login into a queue, and has to remember who waits for which answer.',
    },
    {
      at: { on: 'messageDelivered', process: 'accounts', nth: 2 },
      label: 'one by one',
      caption: 'The logins stand in line, and accounts takes the next one when the one before is done. That is what a queue is for.',
    },
    {
      at: { on: 'console', process: 'customers', text: 'sees "Hello', nth: 4 },
      label: 'the last is in',
      caption: 'Whoever stood last in line waited for all the others. A mail can wait like that. Somebody at a browser cannot.',
    },
    {
      at: { on: 'messageStored', text: 'ben' },
      label: 'Ben logs in',
      caption:
        'accounts has crashed. The queue takes the login of Ben without a word, and web has no way to see that nobody is there to check it.',
    },
    {
      at: { on: 'console', process: 'customers', text: 'enough' },
      label: 'Ben leaves',
      caption: 'After a second Ben gives up. Nobody ever told him that anything is wrong.',
    },
    {
      at: { on: 'console', process: 'accounts', text: 'ben' },
      label: 'for nobody',
      caption: 'accounts is back and the queue has lost nothing. It checks the password of somebody who left three seconds ago.',
    },
  ],
  shows: {
    'why-not': {
      holds: (trace) => {
        const left = trace.findIndex((event) => event.kind === 'console' && event.detail.text.startsWith('ben has had enough'));
        const checked = trace.findIndex((event) => event.kind === 'console' && event.detail.text === 'checked the password of ben');
        return linesAfter(trace, 'ann sees "Hello').length === 1 && left >= 0 && checked > left;
      },
      counterRun: {
        name: 'With a call Ben is told at once, and nothing is done for nobody.',
        change: {},
        files: { 'web.ts': callingWeb, 'accounts.ts': calledAccounts },
      },
    },
  },
  real: 'skipped: it prints how long things took, and no two real runs take equally long.',
};
