import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (const number of [1, 2, 3]) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
}
console.log('sold order-1, order-2 and order-3');

await sleep(1500);
for (const number of [4, 5]) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
}
console.log('sold order-4 and order-5');

await redis.quit();
