/** What is asked of payments: every order charged, and its id found at every hop, beside the right order. */
import type { Check, Finding, Outcome } from '../../../../../sandbox/judge/check.ts';

export const checks: readonly Check[] = [
  {
    id: 'charges-something',
    asks: 'payments charges orders.',
    otherwise: 'no order at all was charged',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (chargedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No order at all was charged.' }),
  },
  {
    id: 'all-charged',
    asks: 'Every order is charged with its amount.',
    otherwise: 'an order was not charged with its amount',
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const missing = ordersIn(outcome).find(({ order }, index) => !charged.includes(`${order} ${1000 * (index + 1)}`));
      if (missing === undefined) return { ok: true };
      return { ok: false, said: `${missing.order} was not charged with its amount.` };
    },
  },
  {
    id: 'charges-traced',
    asks: 'For every order, payments prints a line that begins with its id in square brackets and names the order.',
    otherwise: 'an order left no line at payments',
    reads: 'outcome',
    judge: (outcome) => traced(outcome, 'payments', ({ order }) => order),
  },
  {
    id: 'receipts-traced',
    asks: 'For every order, the mailer prints its id and its customer.',
    otherwise: 'the trail of an order ended before the mailer',
    reads: 'outcome',
    judge: (outcome) => traced(outcome, 'mailer', ({ customer }) => customer),
  },
  {
    id: 'parcels-traced',
    asks: 'For every order, the packer prints its id and the order.',
    otherwise: 'the trail of an order ended before the packer',
    reads: 'outcome',
    judge: (outcome) => traced(outcome, 'packer', ({ order }) => order),
  },
];

interface Placed {
  readonly id: string;
  readonly order: string;
  readonly customer: string;
}

/** What the shop said of each order: `[1a2b3c4d] order-1 by ada`. */
function ordersIn(outcome: Outcome): readonly Placed[] {
  return (outcome.console['shop'] ?? []).flatMap((line) => {
    const [, id, order, customer] = /^\[(\S+)\] (\S+) by (\S+)$/.exec(line) ?? [];
    return id === undefined || order === undefined || customer === undefined ? [] : [{ id, order, customer }];
  });
}

function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key, value }) => `${key} ${value}`);
}

/** Whether the hop has a line for each order that begins with its id and says what it is about, and none about another one. */
function traced(outcome: Outcome, hop: string, about: (placed: Placed) => string): Finding {
  const lines = Object.entries(outcome.console).flatMap(([process, said]) => (process.startsWith(hop) ? said : []));
  const orders = ordersIn(outcome);
  for (const placed of orders) {
    const own = lines.filter((line) => line.startsWith(`[${placed.id}]`));
    const isAbout = (line: string) => wordsOf(line).includes(about(placed));
    const stranger = own.find((line) => orders.some((other) => about(other) !== about(placed) && wordsOf(line).includes(about(other))));
    if (stranger === undefined && !own.some(isAbout)) {
      return {
        ok: false,
        said: `No line of ${hop} begins with [${placed.id}], the id of ${placed.order}, and names ${about(placed)}.`,
        expected: `[${placed.id}] … ${about(placed)}`,
        happened: lines.find(isAbout) ?? 'no such line',
      };
    }
    if (stranger !== undefined) {
      return {
        ok: false,
        said: `The id of ${placed.order} stands on a line of ${hop} that is about something else.`,
        expected: `[${placed.id}] … ${about(placed)}`,
        happened: stranger,
      };
    }
  }
  return { ok: true };
}

function wordsOf(line: string): readonly string[] {
  return line.split(/[^\w-]+/);
}
