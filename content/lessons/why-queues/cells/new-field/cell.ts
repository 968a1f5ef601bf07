/** Three versions of a producer and one old consumer: a field more does no harm, a renamed field does. */
import type { Cell } from '../../../../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';

const strict = `import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
for await (const message of broker.queue<Record<string, unknown>>('orders').consume()) {
  const { id, cents, ...rest } = message.body;
  if (Object.keys(rest).length > 0) console.log('unknown field in ' + String(id));
  else await charge(String(id), Number(cents));
  await message.ack();
}
`;

/** The message with a new field was charged, the one with a renamed field was put aside. */
function survivesTheNewField(trace: readonly TraceEvent[]): boolean {
  const charged = eventsOf(trace, 'effect').map(({ detail }) => detail.key);
  const putAside = eventsOf(trace, 'messageStored').some(({ detail }) => detail.place === 'unreadable');
  return charged.includes('order-2') && !charged.includes('order-3') && putAside;
}

export const cell: Cell = {
  title: 'A new field, and a new name',
  objectives: ['why-contract'],
  processes: [
    { name: 'shop-1', file: 'shop-1.ts', startAt: 100 },
    { name: 'shop-2', file: 'shop-2.ts', startAt: 500 },
    { name: 'shop-3', file: 'shop-3.ts', startAt: 1000 },
    { name: 'payments', file: 'payments.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 10_000,
  seed: 1,
  moments: [
    {
      at: { on: 'effect', text: 'order-1' },
      label: 'as agreed',
      caption: 'An id and an amount: the format that both sides know.',
    },
    {
      at: { on: 'effect', text: 'order-2' },
      label: 'a field more',
      caption: 'The message has a field that payments has never heard of. It takes what it needs and charges the order.',
    },
    {
      at: { on: 'console', process: 'payments', text: 'cannot read' },
      label: 'a field renamed',
      caption: 'The amount is there, but under a name that payments does not know. It cannot charge the order.',
    },
    {
      at: { on: 'messageStored', text: 'unreadable' },
      label: 'put aside',
      caption: 'It keeps the message where somebody will look, rather than to throw it away or to die of it.',
    },
  ],
  shows: {
    'why-contract': {
      holds: survivesTheNewField,
      counterRun: {
        name: 'A consumer that insists on knowing every field does not charge the order with the new one.',
        change: {},
        files: { 'payments.ts': strict },
      },
    },
  },
  real: 'same',
};
