/** What the program promises: every order is charged, and none of them twice. */
import type { Check } from '../../../../../sandbox/judge/check.ts';
import { noOrderLost, noOrderTwice, ordersTo } from '../../../../checks.ts';

export const checks: readonly Check[] = [noOrderLost(ordersTo(4)), noOrderTwice()];
