/** What is asked of the workers: a label for every order, and no order that the server still waits for. Two labels do no harm. */
import { lost } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { nothingLeftOver, ordersTo } from '../../../../checks.ts';
import { listed } from '../../../../words.ts';

const ORDERS = ordersTo(8);

export const checks: readonly Check[] = [
  {
    id: 'prints-something',
    asks: 'The workers print labels.',
    otherwise: 'no label at all was printed',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (labelledIn(outcome).size > 0 ? { ok: true } : { ok: false, said: 'No label at all was printed.' }),
  },
  {
    id: 'no-order-lost',
    asks: 'Every order gets a label.',
    otherwise: 'an order never got its label',
    shownBy: (trace) => lost(trace, { work: { effect: 'row', keyOf: ({ text }) => `labels/${text}` } }),
    reads: 'outcome',
    judge: (outcome) => {
      const labelled = labelledIn(outcome);
      const missing = ORDERS.filter((order) => !labelled.has(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} never got a label.`,
        expected: `labels for ${ORDERS.length} orders`,
        happened: `labels for ${labelled.size} orders`,
      };
    },
  },
  nothingLeftOver({
    asks: 'At the end the server waits for no ack.',
    otherwise: 'the server still waited for an ack at the end',
    expected: 'every order acked',
    one: 'order without its ack',
    more: 'orders without their ack',
  }),
];

function labelledIn(outcome: Outcome): ReadonlySet<string> {
  return new Set(outcome.effects.flatMap(({ key }) => (key.startsWith('labels/') ? [key.slice('labels/'.length)] : [])));
}
