/** What is asked of the workers: an invoice for every order, and nothing that a worker still holds. Two invoices do no harm. */
import { lost, stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Anomaly } from '../../../../../sandbox/judge/anomaly.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { nothingLeftOver, ordersTo } from '../../../../checks.ts';
import { listed } from '../../../../words.ts';

const ORDERS = ordersTo(10);

export const checks: readonly Check[] = [
  {
    id: 'bills-something',
    asks: 'The workers write invoices.',
    otherwise: 'no invoice at all was written',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (billedIn(outcome).size > 0 ? { ok: true } : { ok: false, said: 'No invoice at all was written.' }),
  },
  {
    id: 'no-order-lost',
    asks: 'Every order gets an invoice.',
    otherwise: 'an order never got its invoice',
    shownBy: neverBilled,
    reads: 'outcome',
    judge: (outcome) => {
      const billed = billedIn(outcome);
      const missing = ORDERS.filter((order) => !billed.has(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} never got an invoice.`,
        expected: `invoices for ${ORDERS.length} orders`,
        happened: `invoices for ${billed.size} orders`,
      };
    },
  },
  nothingLeftOver({
    asks: 'At the end no processing list holds an order.',
    otherwise: 'an order was left on a processing list',
    expected: 'empty processing lists',
    one: 'order left over',
    more: 'orders left over',
  }),
];

/** Orders that nobody has any more, then those that lie on a processing list. */
function neverBilled(trace: readonly TraceEvent[]): readonly Anomaly[] {
  return [...lost(trace, { work: { effect: 'row', keyOf: ({ text }) => `invoices/${text}` } }), ...stuckUnacked(trace)];
}

function billedIn(outcome: Outcome): ReadonlySet<string> {
  return new Set(outcome.effects.flatMap(({ key }) => (key.startsWith('invoices/') ? [key.slice('invoices/'.length)] : [])));
}
