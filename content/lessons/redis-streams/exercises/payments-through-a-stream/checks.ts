/** What is asked of the workers: every order charged, none twice, and no entry left pending. */
import { stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check } from '../../../../../sandbox/judge/check.ts';
import { chargesSomething, noOrderLost, noOrderTwice, nothingLeftOver, ordersTo } from '../../../../checks.ts';

export const checks: readonly Check[] = [
  chargesSomething(),
  noOrderLost(ordersTo(8), (trace) => stuckUnacked(trace)),
  noOrderTwice(),
  nothingLeftOver({
    asks: 'At the end no entry is pending.',
    otherwise: 'an entry was left pending',
    expected: 'no pending entry',
    one: 'pending entry',
    more: 'pending entries',
  }),
];
