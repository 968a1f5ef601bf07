import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  const [, order] = taken;
  console.log(`took ${order}`);
  await sleep(100); // adds up the prices
  await insertRow('invoices', order, { cents: 1999 });
}

console.log('no order for 2 seconds, going home');
await redis.quit();
