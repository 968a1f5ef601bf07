import { setTimeout as sleep } from 'node:timers/promises';
import { orders } from './web.ts';

for await (const order of orders) {
  await sleep(200);
  console.log(`packed ${order}`);
}
