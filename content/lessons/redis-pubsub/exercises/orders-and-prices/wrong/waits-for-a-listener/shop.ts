import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
await sleep(600);

for (let number = 1; number <= 6; number += 1) {
  // Until somebody has heard it.
  while ((await redis.publish('orders', `order-${number}`)) === 0) await sleep(100);
  await redis.publish('prices', `lamp ${20 - number}`);
  await sleep(200);
}

await redis.quit();
