/** What is asked of the workers: every order charged, none of them twice, each at its price, and nothing left over. */
import { lost, stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Anomaly } from '../../../../../sandbox/judge/anomaly.ts';
import type { Check } from '../../../../../sandbox/judge/check.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { chargesSomething, noOrderLost, noOrderTwice, nothingLeftOver, ordersTo } from '../../../../checks.ts';
import { eventsOf } from '../../../../story.ts';

const CENTS = '1999';

export const checks: readonly Check[] = [
  chargesSomething(),
  noOrderLost(ordersTo(30), neverCharged),
  noOrderTwice(),
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
  nothingLeftOver({
    asks: 'At the end no worker still holds an order that it took.',
    otherwise: 'an order was left on a processing list',
    expected: 'empty processing lists',
    one: 'order left over',
    more: 'orders left over',
  }),
];

/** Orders that nobody has any more, then those that a worker took and holds without having charged them. */
function neverCharged(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const charged = new Set(eventsOf(trace, 'effect').map(({ detail }) => detail.key));
  const uncharged = eventsOf(trace, 'messagePublished').filter(({ detail }) => !charged.has(detail.text));
  const ids = new Set(uncharged.map(({ messageId }) => messageId));
  const held = stuckUnacked(trace).filter(({ messageId }) => ids.has(messageId));
  return [...lost(trace, { work: { effect: 'charge', keyOf: ({ text }) => text } }), ...held];
}
