/** What is asked of payments: every good order charged with its amount, and the unreadable one kept, not guessed. */
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { eventsOf } from '../../../../story.ts';

const UNREADABLE = 'new-4';
const amounts: Readonly<Record<string, number>> = {
  'old-1': 1000,
  'old-2': 2000,
  'old-3': 3000,
  'old-4': 4000,
  'old-5': 5000,
  'new-1': 800,
  'new-2': 2000,
  'new-3': 2500,
  'new-5': 5000,
};

export const checks: readonly Check[] = [
  {
    id: 'charges-something',
    asks: 'payments charges orders.',
    otherwise: 'no order at all was charged',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (chargesIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No order at all was charged.' }),
  },
  {
    id: 'all-charged',
    asks: 'Every order that has an amount is charged, whatever else is in its message.',
    otherwise: 'a good order was not charged',
    reads: 'outcome',
    judge: (outcome) => {
      const charged = new Set(chargesIn(outcome).map(({ key }) => key));
      const missing = Object.keys(amounts).filter((id) => !charged.has(id));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} not charged.`,
        expected: `${Object.keys(amounts).length} orders charged`,
        happened: `${Object.keys(amounts).length - missing.length} orders charged`,
      };
    },
  },
  {
    id: 'right-amount',
    asks: 'Each charge is the amount less the discount, if there is one.',
    otherwise: 'an order was charged with a wrong amount',
    reads: 'outcome',
    judge: (outcome) => {
      const wrong = chargesIn(outcome).find(({ key, value }) => key !== UNREADABLE && value !== String(amounts[key]));
      if (wrong === undefined) return { ok: true };
      return {
        ok: false,
        said: `${wrong.key} was charged with ${wrong.value} cents.`,
        expected: amounts[wrong.key] === undefined ? 'no such charge' : `${amounts[wrong.key]} cents`,
        happened: `${wrong.value} cents`,
      };
    },
  },
  {
    id: 'no-guess',
    asks: 'The order without an amount is not charged.',
    otherwise: 'an order without an amount was charged',
    reads: 'outcome',
    judge: (outcome) => {
      const guessed = chargesIn(outcome).find(({ key }) => key === UNREADABLE);
      if (guessed === undefined) return { ok: true };
      return { ok: false, said: `${UNREADABLE} has no "cents", and it was charged with ${guessed.value} cents.` };
    },
  },
  {
    id: 'kept',
    asks: 'The order without an amount is in the queue "unreadable".',
    otherwise: 'the unreadable order was not kept',
    reads: 'trace',
    judge: (trace) => {
      const put = eventsOf(trace, 'messagePublished');
      if (put.some(({ detail }) => detail.to === 'unreadable' && detail.text.includes(UNREADABLE))) return { ok: true };
      const sent = put.find(({ detail }) => detail.to === 'orders' && detail.text.includes(UNREADABLE));
      return {
        ok: false,
        said: `${UNREADABLE} is not in the queue "unreadable".`,
        ...(sent === undefined
          ? {}
          : {
              events: trace
                .filter((event) => event.messageId === sent.messageId)
                .map((event) => event.sequence)
                .slice(-4),
            }),
      };
    },
  },
];

function chargesIn(outcome: Outcome): Outcome['effects'] {
  return outcome.effects.filter(({ effect }) => effect === 'charge');
}
