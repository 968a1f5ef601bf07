/** What is asked of the workers: every order charged, none of them twice, each at its price, and nothing left over. */
import { duplicateEffect, lost, stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Anomaly } from '../../../../../sandbox/judge/anomaly.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';
import { listed } from '../../../../words.ts';

const CENTS = '1999';
const ORDERS = Array.from({ length: 30 }, (_, index) => `order-${index + 1}`);

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
    shownBy: neverCharged,
    reads: 'outcome',
    judge: (outcome) => {
      const charged = new Set(chargedIn(outcome));
      const missing = ORDERS.filter((order) => !charged.has(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never charged.`,
        expected: '30 orders charged',
        happened: `${ORDERS.length - missing.length} orders charged`,
      };
    },
  },
  {
    id: 'no-order-twice',
    asks: 'No order is charged more than once.',
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
        happened: `${workers.length} charges of ${twice[0]}: by ${listed(workers)}`,
      };
    },
  },
  {
    id: 'right-amount',
    asks: 'Each charge is 1999 cents.',
    otherwise: 'an order was charged with the wrong amount',
    reads: 'outcome',
    judge: (outcome) => {
      const wrong = outcome.effects.find(({ effect, value }) => effect === 'charge' && value !== CENTS);
      if (wrong === undefined) return { ok: true };
      return {
        ok: false,
        said: `${wrong.key} was charged with ${wrong.value} cents.`,
        expected: `${CENTS} cents`,
        happened: `${wrong.value} cents`,
      };
    },
  },
  {
    id: 'nothing-left-over',
    asks: 'At the end no worker still holds an order that it took.',
    otherwise: 'an order was left on a processing list',
    reads: 'trace',
    judge: (trace) => {
      const [first, ...more] = stuckUnacked(trace);
      if (first === undefined) return { ok: true };
      return {
        ok: false,
        said: first.said,
        expected: 'empty processing lists',
        happened: more.length === 0 ? '1 order left over' : `${more.length + 1} orders left over`,
        events: first.events,
      };
    },
  },
];

/** Orders that nobody has any more, then those that a worker took and holds without having charged them. */
function neverCharged(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const charged = new Set(eventsOf(trace, 'effect').map(({ detail }) => detail.key));
  const uncharged = eventsOf(trace, 'messagePublished').filter(({ detail }) => !charged.has(detail.text));
  const ids = new Set(uncharged.map(({ messageId }) => messageId));
  const held = stuckUnacked(trace).filter(({ messageId }) => ids.has(messageId));
  return [...lost(trace, { work: { effect: 'charge', keyOf: ({ text }) => text } }), ...held];
}

function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
}
