/** What is asked of shop and mail: one mail for every order, sent by two who share, and every order for every team. */
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';

const ORDERS = Array.from({ length: 12 }, (_, index) => `order-${index + 1}`);
const MAILERS = ['mail-1', 'mail-2'];
const TEAMS = ['statistics', 'fraud'];
/** Two who share twelve orders fairly come to six each; so few are enough to see that both work. */
const LEAST_EACH = 3;

export const checks: readonly Check[] = [
  {
    id: 'sends-mails',
    asks: 'Mails are sent for the orders.',
    otherwise: 'not one customer was thanked',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (thanked(outcome).length > 0 ? { ok: true } : { ok: false, said: 'Not one customer of the twelve was thanked.' }),
  },
  {
    id: 'every-customer-thanked',
    asks: 'The customer of every order gets a mail.',
    otherwise: 'a customer got no mail',
    reads: 'outcome',
    judge: (outcome) => {
      const done = new Set(thanked(outcome));
      const missing = ORDERS.filter((order) => !done.has(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `No mail was sent for ${listed(missing)}.`,
        expected: '12 orders with a mail',
        happened: `${done.size} with a mail`,
      };
    },
  },
  {
    id: 'no-mail-twice',
    asks: 'No customer gets two mails for one order.',
    otherwise: 'a customer got two mails',
    reads: 'outcome',
    judge: (outcome) => {
      const done = thanked(outcome);
      const twice = ORDERS.filter((order) => done.filter((other) => other === order).length > 1);
      if (twice.length === 0) return { ok: true };
      return {
        ok: false,
        said: `There was more than one mail for ${listed(twice)}.`,
        expected: '12 mails',
        happened: `${done.length} mails`,
      };
    },
  },
  {
    id: 'both-work',
    asks: `Both mail processes work: each sends at least ${LEAST_EACH} mails.`,
    otherwise: 'one mail process left the work to the other',
    reads: 'outcome',
    judge: (outcome) => {
      const idle = MAILERS.find((mailer) => thanked(outcome, mailer).length < LEAST_EACH);
      if (idle === undefined) return { ok: true };
      const count = thanked(outcome, idle).length;
      return {
        ok: false,
        said: `${idle} sent ${count === 1 ? '1 mail' : `${count} mails`}.`,
        expected: `at least ${LEAST_EACH} by each`,
        happened: `${count} by ${idle}`,
      };
    },
  },
  {
    id: 'teams-see-everything',
    asks: 'The teams of statistics and fraud see every order.',
    otherwise: 'another team missed an order',
    reads: 'outcome',
    judge: ({ effects }) => {
      for (const team of TEAMS) {
        const seen = effects.filter(({ process, effect }) => process === team && effect === 'row').map(({ key }) => key);
        const missing = ORDERS.filter((order) => !seen.includes(`${team}/${order}`));
        if (missing.length === 0) continue;
        return { ok: false, said: `${team} never saw ${listed(missing)}.`, expected: '12 orders', happened: `${seen.length} orders` };
      }
      return { ok: true };
    },
  },
];

/** The orders of the twelve for which mails were sent, by all or by one process, again for each mail. */
function thanked({ effects }: Outcome, by?: string): readonly string[] {
  return effects.flatMap(({ process, effect, key }) => {
    const order = /order-\d+/.exec(key)?.[0] ?? '';
    return effect === 'mail' && ORDERS.includes(order) && (by === undefined || by === process) ? [order] : [];
  });
}

/** At most three names, then how many more. */
function listed(orders: readonly string[]): string {
  const more = orders.length - 3;
  return more > 0 ? `${orders.slice(0, 3).join(', ')} and ${more} more` : orders.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}
