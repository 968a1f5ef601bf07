import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 4; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  await sleep(300);
}

await redis.quit();
