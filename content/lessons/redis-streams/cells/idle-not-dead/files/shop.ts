import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

await sleep(500);
for (const order of ['order-1', 'order-2']) {
  await redis.xadd('orders', '*', 'order', order);
  console.log(`sold ${order}`);
  await sleep(100);
}

await redis.quit();
