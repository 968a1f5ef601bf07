import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 10; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  console.log(`added order-${number}`);
  await sleep(400);
}

redis.disconnect();
