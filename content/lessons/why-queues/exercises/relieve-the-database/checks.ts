/** What is asked of the workers: all orders are in the database in time, at their price, and no ack comes before that. */
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { eventsOf } from '../../../../story.ts';

const ORDERS = 60;
const prices = ['1999', '89900', '4999'];

export const checks: readonly Check[] = [
  {
    id: 'stores-something',
    asks: 'The workers store orders.',
    otherwise: 'no order at all was stored',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (storedIn(outcome).size > 0 ? { ok: true } : { ok: false, said: 'No order at all was stored.' }),
  },
  {
    id: 'all-stored',
    asks: 'All 60 orders are stored within 5 seconds.',
    otherwise: 'orders were not stored in time',
    reads: 'outcome',
    judge: (outcome) => {
      const count = storedIn(outcome).size;
      if (count === ORDERS) return { ok: true };
      return {
        ok: false,
        said: `After 5 seconds ${ORDERS - count} of ${ORDERS} orders were not stored.`,
        expected: `${ORDERS} orders stored`,
        happened: `${count} orders stored`,
      };
    },
  },
  {
    id: 'right-price',
    asks: 'Each order is stored with the price of its article.',
    otherwise: 'an order was stored with a wrong price',
    reads: 'outcome',
    judge: (outcome) => {
      for (const [order, cents] of storedIn(outcome)) {
        const right = prices[Number(order.replace('order-', '')) % prices.length];
        if (cents !== right) {
          return { ok: false, said: `${order} was stored with ${cents} cents.`, expected: `${right} cents`, happened: `${cents} cents` };
        }
      }
      return { ok: true };
    },
  },
  {
    id: 'acked-is-stored',
    asks: 'A message is acked only when its order is stored.',
    otherwise: 'an order was acked before it was stored',
    reads: 'trace',
    judge: (trace) => {
      const storedAt = new Map(eventsOf(trace, 'effect').map(({ detail, sequence }) => [detail.key.replace('orders/', ''), sequence]));
      const orderOf = new Map(
        eventsOf(trace, 'messagePublished').map(({ messageId, detail }) => [messageId, /order-\d+/.exec(detail.text)?.[0] ?? '']),
      );
      const early = eventsOf(trace, 'messageAcked').find(
        ({ messageId, sequence }) => (storedAt.get(orderOf.get(messageId) ?? '') ?? Number.POSITIVE_INFINITY) > sequence,
      );
      if (early === undefined) return { ok: true };
      return {
        ok: false,
        said: `${orderOf.get(early.messageId)} was acked before the database had it.`,
        expected: 'store, then ack',
        happened: 'ack, then store',
        events: [early.sequence],
      };
    },
  },
];

/** What the database itself wrote: the price by order. */
function storedIn(outcome: Outcome): ReadonlyMap<string, string> {
  const rows = outcome.effects.filter(({ process, effect }) => process === 'database' && effect === 'row');
  return new Map(rows.map(({ key, value }) => [key.replace('orders/', ''), value]));
}
