import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

async function bill(order: string): Promise<void> {
  await sleep(50); // adds up the prices
  await insertRow('invoices', order, { cents: 1999 });
}

while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  const [, order] = taken;
  try {
    await bill(order);
  } catch {
    await redis.rpush('orders', order);
  }
}

console.log('no order for 2 seconds, going home');
await redis.quit();
