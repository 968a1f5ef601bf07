import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while (true) {
  // Waits until an order is there, at most 2 seconds. The answer is [list, order], or null when the time is up.
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  const [, order] = taken;
  console.log(`took ${order}`);
  await sleep(400);
  console.log(`packed ${order}`);
}

console.log('no order for 2 seconds, going home');
await redis.quit();
