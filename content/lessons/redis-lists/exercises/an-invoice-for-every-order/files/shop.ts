import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 10; number += 1) {
  await redis.lpush('orders', `order-${number}`);
}
console.log('put 10 orders');

await redis.quit();
