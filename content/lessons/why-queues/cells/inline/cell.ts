/** One request that does everything before it answers: the customer waits for the sum. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { findEvent } from '../../../../../sandbox/trace/query.ts';

const answerFirst = `import { createServer } from 'node:http';
import { encodeVideo, sendThanks, settle } from './work.ts';

createServer(async (_request, response) => {
  response.end('Thank you');
  await settle('order-1');
  await encodeVideo('order-1');
  await sendThanks('order-1');
}).listen(8080);
`;

/** The customer reads her answer when all the work is done, and not before. */
function waitsForTheSum(trace: readonly TraceEvent[]): boolean {
  const answer = findEvent(trace, { on: 'console', process: 'customer', text: 'reads' });
  const lastWork = findEvent(trace, { on: 'effect', text: 'ada@example.org' });
  return answer !== undefined && lastWork !== undefined && answer.sequence > lastWork.sequence;
}

export const cell: Cell = {
  title: 'Everything inside the request',
  objectives: ['why-defer'],
  processes: [
    { name: 'customer', file: 'customer.ts', startAt: 100 },
    { name: 'web', file: 'web.ts' },
  ],
  brokers: [],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'customer', nth: 1 },
      label: 'Ada orders',
      caption: 'Ada sends her order to the web server and waits for the answer.',
    },
    {
      at: { on: 'effect', text: 'charge' },
      label: 'the money is in',
      caption: 'The first piece of work is done after 0.7 seconds. Ada could have her answer now. She still waits.',
    },
    {
      at: { on: 'effect', text: 'videos' },
      label: 'the video is done',
      caption: 'Encoding took two seconds. No customer needs to watch that.',
    },
    {
      at: { on: 'effect', text: 'mail' },
      label: 'the mail is out',
      caption: 'The mail took 0.3 seconds more. Only now can the server answer.',
    },
    {
      at: { on: 'console', process: 'customer', text: 'reads' },
      label: 'Ada has her answer',
      caption: 'She waited for the sum of everything: 0.7 + 2 + 0.3 seconds, and a little for the way.',
    },
  ],
  shows: {
    'why-defer': {
      holds: waitsForTheSum,
      counterRun: {
        name: 'A server that answers first lets the customer go while the work is still to be done.',
        change: {},
        files: { 'web.ts': answerFirst },
      },
    },
  },
  real: 'skipped: it prints how long things took.',
};
