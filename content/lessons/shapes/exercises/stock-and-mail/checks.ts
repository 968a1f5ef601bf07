/** What every order needs: a reserved piece, a mail, each of them once, and a mail that does not wait for the stock. */
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { timeText } from '../../../../../sandbox/trace/time-text.ts';
import { eventsOf } from '../../../../story.ts';

const ORDERS = ['order-1', 'order-2', 'order-3', 'order-4', 'order-5', 'order-6'];
/** Stock stands still until then (see exercise.ts). */
const STOCK_GOES_ON_MS = 4200;
/** An order that was sold before this has time enough to be thanked for while stock stands still. */
const SOLD_EARLY_MS = 3000;

export const checks: readonly Check[] = [
  {
    id: 'works-at-all',
    asks: 'Orders are worked on.',
    otherwise: 'nothing at all was done for any order',
    didNothing: true,
    reads: 'outcome',
    judge: ({ effects }) => (effects.length > 0 ? { ok: true } : { ok: false, said: 'No piece was reserved and no mail was sent.' }),
  },
  {
    id: 'every-order-reserved',
    asks: 'A piece is reserved for every order.',
    otherwise: 'an order had no piece reserved',
    reads: 'outcome',
    judge: (outcome) => missingIn(ordersWith('row', outcome), 'no piece was reserved for', 'reservations'),
  },
  {
    id: 'every-customer-thanked',
    asks: 'The customer of every order gets a mail.',
    otherwise: 'a customer got no mail',
    reads: 'outcome',
    judge: (outcome) => missingIn(ordersWith('mail', outcome), 'no mail was sent for', 'mails'),
  },
  {
    id: 'nothing-twice',
    asks: 'No piece is reserved twice and no customer gets two mails.',
    otherwise: 'something was done twice for an order',
    reads: 'outcome',
    judge: (outcome) => {
      for (const [effect, words] of [
        ['row', 'reservations'],
        ['mail', 'mails'],
      ] as const) {
        const done = ordersWith(effect, outcome);
        const twice = done.find((order, index) => done.indexOf(order) !== index);
        if (twice === undefined) continue;
        const count = done.filter((order) => order === twice).length;
        return { ok: false, said: `${twice} has ${count} ${words}.`, expected: `1 of each`, happened: `${count} ${words} for ${twice}` };
      }
      return { ok: true };
    },
  },
  {
    id: 'mail-does-not-wait',
    asks: 'The mails go out while stock stands still.',
    otherwise: 'a mail waited until stock went on',
    reads: 'trace',
    judge: (trace) => {
      const late = eventsOf(trace, 'effect').find(({ detail, atMicros }) => detail.effect === 'mail' && atMicros > STOCK_GOES_ON_MS * 1000);
      const order = orderIn(late?.detail.key ?? '');
      const sold = eventsOf(trace, 'messagePublished').find(({ detail }) => order !== null && detail.text.includes(order));
      if (late === undefined || sold === undefined || sold.atMicros > SOLD_EARLY_MS * 1000) return { ok: true };
      return {
        ok: false,
        said: `The mail for ${order} was sent only after stock had gone on.`,
        expected: `the mail before ${timeText(STOCK_GOES_ON_MS * 1000)}`,
        happened: `the mail at ${timeText(late.atMicros)}`,
        events: [sold.sequence, late.sequence],
      };
    },
  },
];

/** The orders that have this effect, in order, again for each time. */
function ordersWith(effect: 'row' | 'mail', { effects }: Outcome): readonly string[] {
  return effects.flatMap((happened) => (happened.effect === effect ? (orderIn(happened.key) ?? []) : []));
}

/** `order-1` of `reserved/order-1` and of `customer of order-1`. */
function orderIn(key: string): string | null {
  return /order-\d+/.exec(key)?.[0] ?? null;
}

function missingIn(done: readonly string[], words: string, things: string): ReturnType<Extract<Check, { reads: 'outcome' }>['judge']> {
  const missing = ORDERS.filter((order) => !done.includes(order));
  if (missing.length === 0) return { ok: true };
  return {
    ok: false,
    said: `Sold, but ${words} ${missing.join(', ')}.`,
    expected: `${ORDERS.length} orders with ${things}`,
    happened: `${ORDERS.length - missing.length} orders with ${things}`,
  };
}
