import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 8; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  console.log(`accepted order-${number}`);
  await sleep(200);
}

redis.disconnect();
