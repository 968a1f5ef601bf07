/** What the shop promises: as many receipts as charges, order by order. */
import type { Check } from '../../../../../sandbox/judge/check.ts';

export const checks: readonly Check[] = [
  {
    id: 'a-receipt-for-each-charge',
    asks: 'Whoever is charged gets a receipt.',
    otherwise: 'somebody was charged and got no receipt',
    reads: 'outcome',
    judge: ({ effects }) => {
      const charged = effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
      const receipts = effects.filter(({ effect }) => effect === 'mail').map(({ value }) => value);
      const silent = charged.find((order) => !receipts.includes(`receipt for ${order}`));
      if (silent === undefined) return { ok: true };
      return {
        ok: false,
        said: `${silent} was charged, and nobody ever sent its receipt.`,
        expected: `a receipt for ${silent}`,
        happened: `${charged.length} charged, ${receipts.length === 1 ? '1 receipt' : `${receipts.length} receipts`}`,
      };
    },
  },
];
