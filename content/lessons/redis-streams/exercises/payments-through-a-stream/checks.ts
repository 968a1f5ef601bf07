/** What is asked of the workers: every order charged, none twice, and no entry left pending. */
import { duplicateEffect, stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { listed } from '../../../../words.ts';

const ORDERS = Array.from({ length: 8 }, (_, index) => `order-${index + 1}`);

export const checks: readonly Check[] = [
  {
    id: 'charges-something',
    asks: 'The workers charge orders.',
    otherwise: 'no order at all was charged',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (chargedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No order at all was charged.' }),
  },
  {
    id: 'no-order-lost',
    asks: 'Every order is charged.',
    otherwise: 'an order was never charged',
    shownBy: (trace) => stuckUnacked(trace),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const missing = ORDERS.filter((order) => !charged.includes(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never charged.`,
        expected: `${ORDERS.length} orders charged`,
        happened: `${ORDERS.length - missing.length} orders charged`,
      };
    },
  },
  {
    id: 'no-order-twice',
    asks: 'No order is charged twice.',
    otherwise: 'an order was charged twice',
    shownBy: (trace) => duplicateEffect(trace, { effect: 'charge' }),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const twice = [...new Set(charged.filter((order, index) => charged.indexOf(order) !== index))];
      if (twice.length === 0) return { ok: true };
      const workers = outcome.effects.filter(({ key }) => key === twice[0]).map(({ process }) => process);
      return {
        ok: false,
        said: `${listed(twice)} ${twice.length === 1 ? 'was' : 'were'} charged more than once.`,
        expected: `one charge of ${twice[0]}`,
        happened: `charges by ${listed(workers)}`,
      };
    },
  },
  {
    id: 'nothing-left-over',
    asks: 'At the end no entry is pending.',
    otherwise: 'an entry was left pending',
    reads: 'trace',
    judge: (trace) => {
      const [first, ...more] = stuckUnacked(trace);
      if (first === undefined) return { ok: true };
      return {
        ok: false,
        said: first.said,
        expected: 'no pending entry',
        happened: more.length === 0 ? '1 pending entry' : `${more.length + 1} pending entries`,
        events: first.events,
      };
    },
  },
];

function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
}
