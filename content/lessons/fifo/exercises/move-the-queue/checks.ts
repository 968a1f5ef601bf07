/** What is asked of the shop: all customers thanked, each not before the server has the order, and every order packed. */
import type { Check } from '../../../../../sandbox/judge/check.ts';
import { eventsOf } from '../../../../story.ts';

const THANKS = 'thank you for ';
const ORDERS = Array.from({ length: 6 }, (_, index) => `order-${index + 1}`);

export const checks: readonly Check[] = [
  {
    id: 'all-thanked',
    asks: 'web takes all six orders and thanks for each.',
    otherwise: 'a customer was not thanked',
    reads: 'outcome',
    judge: ({ console }) => {
      const missing = ORDERS.find((order) => !console['web']?.includes(THANKS + order));
      return missing === undefined ? { ok: true } : { ok: false, said: `web never printed "${THANKS}${missing}".` };
    },
  },
  {
    id: 'every-order-packed',
    asks: 'The packer packs every order that a customer was thanked for.',
    otherwise: 'an order was never packed',
    reads: 'outcome',
    judge: ({ console }) => {
      const thanked = ORDERS.filter((order) => console['web']?.includes(THANKS + order));
      const missing = thanked.filter((order) => !console['packer']?.includes(`packed ${order}`));
      if (missing[0] === undefined) return { ok: true };
      return {
        ok: false,
        said: `The customer of ${missing[0]} was thanked, and the packer never packed it.`,
        expected: `${thanked.length} orders packed`,
        happened: `${thanked.length - missing.length} of them packed`,
      };
    },
  },
  {
    id: 'server-has-it-first',
    asks: 'No customer is thanked before the queue server has stored the order.',
    otherwise: 'a customer was thanked too early',
    reads: 'trace',
    judge: (trace) => {
      const sent = eventsOf(trace, 'messagePublished');
      for (const thanks of eventsOf(trace, 'console').filter(
        ({ process, detail }) => process === 'web' && detail.text.startsWith(THANKS),
      )) {
        const order = thanks.detail.text.slice(THANKS.length);
        const ids = sent.filter(({ detail }) => detail.text.includes(order)).map(({ messageId }) => messageId);
        const stored = eventsOf(trace, 'messageStored').find(
          ({ process, messageId }) => process === 'queue-server' && ids.includes(messageId),
        );
        if (stored !== undefined && stored.sequence < thanks.sequence) continue;
        const happened = stored === undefined ? 'the server never got it' : 'the server got it afterwards';
        return {
          ok: false,
          said: `web thanked for ${order}, and ${happened}.`,
          expected: `${order} stored on the server, then the thanks`,
          happened,
          events: [thanks.sequence, ...(stored === undefined ? [] : [stored.sequence])],
        };
      }
      return { ok: true };
    },
  },
  {
    id: 'only-web-takes-orders',
    asks: 'Only web takes orders from customers.',
    otherwise: 'the packer took orders itself',
    reads: 'outcome',
    judge: ({ console }) => {
      const line = console['packer']?.find((each) => each.startsWith(THANKS));
      if (line === undefined) return { ok: true };
      return { ok: false, said: `The packer printed "${line}": it ran web.ts too, with customers that do not exist.` };
    },
  },
];
