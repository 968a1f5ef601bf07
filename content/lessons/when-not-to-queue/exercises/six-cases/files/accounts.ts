import { setTimeout as sleep } from 'node:timers/promises';
import { offer } from './offer.ts';

await offer('login', 8081, async (customer) => {
  await sleep(30);
  return `Welcome back, ${customer}.`;
});
