import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

async function bill(order: string): Promise<void> {
  await sleep(50); // adds up the prices
  await insertRow('invoices', order, { cents: 1999 });
}

async function finish(order: string): Promise<void> {
  await redis.lrem(mine, 1, order);
  await bill(order);
}

for (const order of await redis.lrange(mine, 0, -1)) await finish(order);

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  await finish(order);
}

console.log('no order for 2 seconds, going home');
await redis.quit();
