/** What the customers, the suppliers and the bank may expect, whatever way the shop chose. */
import type { Check, Finding, Outcome } from '../../../../../sandbox/judge/check.ts';

const ORDERS = Array.from({ length: 12 }, (_, index) => `order-${index + 1}`);
const SIGNED_UP = ['dora', 'emil'];

export const checks: readonly Check[] = [
  {
    id: 'knows-at-once',
    asks: 'Who logs in is in at once, and who looks at an article sees its price.',
    otherwise: 'a customer stood there without an answer',
    reads: 'outcome',
    judge: (outcome) => {
      for (const [asked, answer] of [
        ['login/ann', 'Welcome back, ann.'],
        ['price/shoes', '59 euros for shoes.'],
      ] as const) {
        const seen = seenFor(outcome, asked);
        if (seen !== answer) return failed(`The customer who asked for ${asked} saw "${seen}".`, `"${answer}"`, `"${seen}"`);
      }
      return { ok: true };
    },
  },
  {
    id: 'no-empty-promise',
    asks: 'Two pieces are left: two customers are told that theirs is reserved, and the third one that it is sold out.',
    otherwise: 'a customer was not told the truth about the last pieces',
    reads: 'outcome',
    judge: (outcome) => {
      for (const [customer, answer] of [
        ['ann', 'It is yours.'],
        ['ben', 'It is yours.'],
        ['cleo', 'Sold out.'],
      ] as const) {
        const seen = seenFor(outcome, `reserve/${customer}`);
        if (seen !== answer) return failed(`At the checkout ${customer} was told "${seen}".`, `"${answer}"`, `"${seen}"`);
      }
      return { ok: true };
    },
  },
  {
    id: 'nobody-waits-in-vain',
    asks: 'Nobody has to wait a second for a page.',
    otherwise: 'somebody gave up waiting for a page',
    reads: 'outcome',
    judge: ({ console }) => {
      const gaveUp = (console['customers'] ?? []).find((line) => line.endsWith('gave up after a second'));
      if (gaveUp === undefined) return { ok: true };
      const asked = gaveUp.split(':')[0] ?? '';
      return failed(`Whoever asked for ${asked} gave up after a second.`, 'an answer within a second', 'no answer');
    },
  },
  {
    id: 'every-mail-sent',
    asks: 'Everybody who signed up gets the welcome mail, also while the mailer is down.',
    otherwise: 'somebody who signed up never got the welcome mail',
    reads: 'outcome',
    judge: (outcome) => {
      const sent = keysOf('mail', outcome);
      const without = SIGNED_UP.filter((customer) => !sent.includes(customer));
      if (without.length === 0) return { ok: true };
      return failed(`No welcome mail for ${without.join(' and ')}.`, `${SIGNED_UP.length} mails`, `${sent.length} mails`);
    },
  },
  {
    id: 'every-order-settled',
    asks: 'All twelve orders of the day are settled, each of them once.',
    otherwise: 'an order of the day was not settled',
    reads: 'outcome',
    judge: (outcome) => {
      const settled = keysOf('charge', outcome);
      if (settled.length === ORDERS.length && ORDERS.every((order) => settled.includes(order))) return { ok: true };
      const missing = ORDERS.filter((order) => !settled.includes(order)).length;
      return failed(`${missing} of the ${ORDERS.length} orders were not settled.`, `${ORDERS.length} charges`, `${settled.length} charges`);
    },
  },
];

/** What the customers' page said, or that it said nothing. */
function seenFor({ console }: Outcome, asked: string): string {
  const line = (console['customers'] ?? []).find((text) => text.startsWith(`${asked}: `));
  return line?.slice(asked.length + 2) ?? 'nothing';
}

function keysOf(effect: string, { effects }: Outcome): readonly string[] {
  return effects.filter((happened) => happened.effect === effect).map(({ key }) => key);
}

function failed(said: string, expected: string, happened: string): Finding {
  return { ok: false, said, expected, happened };
}
