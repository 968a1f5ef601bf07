/** What the program promises: every order is charged, and none of them twice. */
import { duplicateEffect } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { listed } from '../../../../words.ts';

const ORDERS = ['order-1', 'order-2', 'order-3', 'order-4'];

export const checks: readonly Check[] = [
  {
    id: 'every-order-paid',
    asks: 'Every order is charged.',
    otherwise: 'an order was never charged',
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const missing = ORDERS.filter((order) => !charged.includes(order));
      if (missing.length === 0) return { ok: true };
      return { ok: false, said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never charged.` };
    },
  },
  {
    id: 'no-order-paid-twice',
    asks: 'No order is charged twice.',
    otherwise: 'an order was charged twice',
    shownBy: (trace) => duplicateEffect(trace, { effect: 'charge' }),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const twice = charged.filter((order, index) => charged.indexOf(order) !== index);
      return twice.length === 0
        ? { ok: true }
        : { ok: false, said: `${listed(twice)} ${twice.length === 1 ? 'was' : 'were'} charged twice.` };
    },
  },
];

function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
}
