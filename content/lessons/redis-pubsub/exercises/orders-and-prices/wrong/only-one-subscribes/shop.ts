import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
await sleep(600);

for (let number = 1; number <= 6; number += 1) {
  await redis.publish('orders', `order-${number}`);
  await redis.publish('prices', `lamp ${20 - number}`);
  await sleep(200);
}

await redis.quit();
