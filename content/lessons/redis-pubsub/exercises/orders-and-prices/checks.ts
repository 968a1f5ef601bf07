/** What is asked: each order packed once, whenever the packers come, and each price on every display. */
import { duplicateEffect, lostToNoSubscriber } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { listed } from '../../../../words.ts';

const ORDERS = Array.from({ length: 6 }, (_, index) => `order-${index + 1}`);
const PRICES = ORDERS.map((_, index) => `lamp ${19 - index}`);

export const checks: readonly Check[] = [
  {
    id: 'packs-something',
    asks: 'The packers pack parcels.',
    otherwise: 'nothing at all was packed',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (packedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'Nothing at all was packed.' }),
  },
  {
    id: 'no-order-lost',
    asks: 'Every order is packed.',
    otherwise: 'an order was never packed',
    shownBy: (trace) => lostToNoSubscriber(trace),
    reads: 'outcome',
    judge: (outcome) => {
      const packed = packedIn(outcome);
      const missing = ORDERS.filter((order) => !packed.includes(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never packed.`,
        expected: `${ORDERS.length} orders packed`,
        happened: `${ORDERS.length - missing.length} orders packed`,
      };
    },
  },
  {
    id: 'no-order-twice',
    asks: 'No order is packed twice.',
    otherwise: 'an order was packed twice',
    shownBy: (trace) => duplicateEffect(trace, { effect: 'row' }),
    reads: 'outcome',
    judge: (outcome) => {
      const packed = packedIn(outcome);
      const twice = [...new Set(packed.filter((order, index) => packed.indexOf(order) !== index))];
      if (twice.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(twice)} ${twice.length === 1 ? 'was' : 'were'} packed twice.`,
        expected: `one parcel for ${twice[0]}`,
        happened: `parcels by ${listed(packersOf(outcome, twice[0] ?? ''))}`,
      };
    },
  },
  {
    id: 'every-display',
    asks: 'Every display shows every price.',
    otherwise: 'a display missed a price',
    reads: 'outcome',
    judge: (outcome) => {
      for (const display of ['display-1', 'display-2']) {
        const lines = outcome.console[display] ?? [];
        const missing = PRICES.filter((price) => !lines.includes(`shows ${price}`));
        if (missing.length > 0) return { ok: false, said: `${display} never showed ${listed(missing)}.` };
      }
      return { ok: true };
    },
  },
];

function packedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.flatMap(({ key }) => (key.startsWith('parcels/') ? [key.slice('parcels/'.length)] : []));
}

function packersOf(outcome: Outcome, order: string): readonly string[] {
  return outcome.effects.filter(({ key }) => key === `parcels/${order}`).map(({ process }) => process);
}
