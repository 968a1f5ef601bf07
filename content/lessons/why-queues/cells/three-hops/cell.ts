/** Two orders of one customer through two queues: only the id that every message carries tells their lines apart. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const forgetful = `import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const receipts = broker.queue('receipts');
for await (const message of broker.queue<{ correlationId: string; customer: string; cents: number }>('orders').consume()) {
  const { correlationId, customer, cents } = message.body;
  await charge(correlationId, cents);
  console.log('[' + correlationId + '] charged');
  await receipts.publish({ customer });
  await message.ack();
}
`;

/** The ids in square brackets with which the lines of a process begin, in order. */
export function idsSaidBy(trace: readonly TraceEvent[], process: string): readonly string[] {
  return eventsOf(trace, 'console').flatMap((event) => {
    const id = /^\[(\w+)\]/.exec(event.detail.text)?.[1];
    return event.process.startsWith(process) && id !== undefined ? [id] : [];
  });
}

/** Every id that the shop gave is found at each of the later hops. */
function canBeFollowed(trace: readonly TraceEvent[]): boolean {
  const given = idsSaidBy(trace, 'shop');
  return given.length > 1 && ['payments', 'mailer'].every((hop) => given.every((id) => idsSaidBy(trace, hop).includes(id)));
}

export const cell: Cell = {
  title: 'Two orders, three hops',
  objectives: ['why-trace'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 200 },
    { name: 'payments-1', file: 'payments.ts' },
    { name: 'payments-2', file: 'payments.ts', startAt: 100 },
    { name: 'mailer', file: 'mailer.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'console', process: 'shop', text: 'sofa' },
      label: 'the sofa',
      caption: 'The shop makes an id for this order and writes it into the message and into its log.',
    },
    {
      at: { on: 'console', process: 'shop', text: 'lamp' },
      label: 'the lamp',
      caption: 'The same customer, a moment later: another order, another id.',
    },
    {
      at: { on: 'console', text: 'charged' },
      label: 'the first charge',
      caption: 'The lamp is charged first: the sofa is expensive, and its payment is being checked.',
    },
    {
      at: { on: 'console', process: 'mailer', nth: 1 },
      label: 'the first receipt',
      caption: 'A receipt to Ada. By its time it could belong to either order. The id says: to the lamp.',
    },
    {
      at: { on: 'console', process: 'mailer', nth: 2 },
      label: 'the second receipt',
      caption: 'The receipt for the sofa. Search all logs for its id, and you have its whole story.',
    },
  ],
  shows: {
    'why-trace': {
      holds: canBeFollowed,
      counterRun: {
        name: 'When one hop does not hand the id on, the trail ends there.',
        change: {},
        files: { 'payments.ts': forgetful },
      },
    },
  },
  real: 'skipped: the ids are drawn anew in every run.',
};
