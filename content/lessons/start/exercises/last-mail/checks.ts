/** What is asked of the shop: one invoice for each customer, and no word of it before all are sent. */
import type { Check } from '../../../../../sandbox/judge/check.ts';
import { eventsOf } from '../../../../story.ts';

const CUSTOMERS = ['ann', 'ben', 'cleo'];
const LAST_LINE = 'all invoices are sent';

export const checks: readonly Check[] = [
  {
    id: 'every-invoice-sent',
    asks: 'Every customer gets one invoice.',
    otherwise: 'some customer did not get exactly one invoice',
    reads: 'outcome',
    judge: ({ effects }) => {
      const sent = (customer: string) => effects.filter(({ effect, key }) => effect === 'mail' && key === customer).length;
      const wrong = CUSTOMERS.find((customer) => sent(customer) !== 1);
      if (wrong === undefined) return { ok: true };
      return {
        ok: false,
        said: sent(wrong) === 0 ? `${wrong} got no invoice.` : `${wrong} got ${sent(wrong)} invoices.`,
        expected: 'one invoice for each of the three customers',
        happened: CUSTOMERS.map((customer) => `${sent(customer)} for ${customer}`).join(', '),
      };
    },
  },
  {
    id: 'says-the-truth',
    asks: `The shop prints "${LAST_LINE}", and by then they are.`,
    otherwise: 'the last line was not true when it was printed',
    reads: 'trace',
    judge: (trace) => {
      const line = eventsOf(trace, 'console').find(({ detail }) => detail.text.includes(LAST_LINE));
      if (line === undefined) return { ok: false, said: `The shop never printed "${LAST_LINE}".` };
      const sent = eventsOf(trace, 'effect').filter(({ sequence }) => sequence < line.sequence).length;
      if (sent >= CUSTOMERS.length) return { ok: true };
      return {
        ok: false,
        said: `When the shop printed "${LAST_LINE}", ${sent === 0 ? 'none' : `only ${sent}`} of the ${CUSTOMERS.length} invoices ${sent < 2 ? 'was' : 'were'} sent.`,
        expected: `${CUSTOMERS.length} invoices before the line`,
        happened: sent === 1 ? '1 invoice before the line' : `${sent} invoices before the line`,
        events: [line.sequence],
      };
    },
  },
];
