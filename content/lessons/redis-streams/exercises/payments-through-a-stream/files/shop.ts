import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

// Three orders come before any worker is there, five come later.
for (let number = 1; number <= 8; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  await sleep(number < 3 ? 10 : number === 3 ? 900 : 150);
}
console.log('sold 8 orders');

await redis.quit();
