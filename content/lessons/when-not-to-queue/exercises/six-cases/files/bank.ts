import { setTimeout as sleep } from 'node:timers/promises';
import { charge } from '#course/shop';
import { offer } from './offer.ts';

let atOnce = 0;

await offer('settle', 8086, async (order) => {
  if (atOnce === 3) throw new Error('The bank takes three at a time.');
  atOnce += 1;
  await sleep(100);
  await charge(order, 1999);
  atOnce -= 1;
  return 'Settled.';
});
