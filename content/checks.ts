/** Checks that several exercises and break-its ask: orders charged, each once, and nothing left over. */
import { duplicateEffect, stuckUnacked } from '../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../sandbox/judge/check.ts';
import { listed } from './words.ts';

/** Order ids from `order-1` on. */
export function ordersTo(last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => `order-${index + 1}`);
}

/** The orders that were charged, in order, again for each charge. */
export function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
}

export function chargesSomething(): Check {
  return {
    id: 'charges-something',
    asks: 'The workers charge orders.',
    otherwise: 'no order at all was charged',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (chargedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No order at all was charged.' }),
  };
}

export function noOrderLost(orders: readonly string[], shownBy?: Check['shownBy']): Check {
  return {
    id: 'no-order-lost',
    asks: 'Every order is charged.',
    otherwise: 'an order was never charged',
    ...(shownBy && { shownBy }),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = new Set(chargedIn(outcome));
      const missing = orders.filter((order) => !charged.has(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never charged.`,
        expected: `${orders.length} orders charged`,
        happened: `${orders.length - missing.length} orders charged`,
      };
    },
  };
}

export function noOrderTwice(): Check {
  return {
    id: 'no-order-twice',
    asks: 'No order is charged more than once.',
    otherwise: 'an order was charged twice',
    shownBy: (trace) => duplicateEffect(trace, { effect: 'charge' }),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const twice = [...new Set(charged.filter((order, index) => charged.indexOf(order) !== index))];
      if (twice.length === 0) return { ok: true };
      const workers = outcome.effects.filter(({ effect, key }) => effect === 'charge' && key === twice[0]).map(({ process }) => process);
      return {
        ok: false,
        said: `${listed(twice)} ${twice.length === 1 ? 'was' : 'were'} charged more than once.`,
        expected: `one charge of ${twice[0]}`,
        happened: `${workers.length} charges of ${twice[0]}: by ${listed(workers)}`,
      };
    },
  };
}

/** Nothing that was handed out waits for its ack at the end. `one` and `more` name what was left: `pending entry`, `pending entries`. */
export function nothingLeftOver(words: {
  readonly asks: string;
  readonly otherwise: string;
  readonly expected: string;
  readonly one: string;
  readonly more: string;
}): Check {
  return {
    id: 'nothing-left-over',
    asks: words.asks,
    otherwise: words.otherwise,
    reads: 'trace',
    judge: (trace) => {
      const [first, ...more] = stuckUnacked(trace);
      if (first === undefined) return { ok: true };
      return {
        ok: false,
        said: first.said,
        expected: words.expected,
        happened: more.length === 0 ? `1 ${words.one}` : `${more.length + 1} ${words.more}`,
        events: first.events,
      };
    },
  };
}
