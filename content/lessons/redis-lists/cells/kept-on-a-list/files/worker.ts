import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

async function bill(order: string): Promise<void> {
  await sleep(100); // adds up the prices
  await insertRow('invoices', order, { cents: 1999 });
  await redis.lrem(mine, 1, order); // done with it
}

// What this worker had in its hands when it died.
for (const order of await redis.lrange(mine, 0, -1)) {
  console.log(`still had ${order}`);
  await bill(order);
}

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  console.log(`took ${order}`);
  await bill(order);
}

console.log('no order for 2 seconds, going home');
await redis.quit();
