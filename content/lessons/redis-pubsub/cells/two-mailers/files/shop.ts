import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 4; number += 1) {
  await redis.publish('orders', `order-${number}`);
  console.log(`sold order-${number}`);
  await sleep(200);
}

await redis.quit();
