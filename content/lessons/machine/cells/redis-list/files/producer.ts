import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

// Nobody takes orders yet, so these three wait in the list.
await redis.lpush('orders', 'order-1', 'order-2', 'order-3');
console.log('put order-1, order-2 and order-3');

// By now both workers wait for the next order.
await sleep(1600);
for (const order of ['order-4', 'order-5', 'order-6']) {
  await redis.lpush('orders', order);
  console.log(`put ${order}`);
  await sleep(200);
}

await redis.quit();
