import { Redis } from 'ioredis';

const redis = new Redis();

await redis.lpush('orders', 'order-1', 'order-2', 'order-3');
console.log('put 3 orders');

await redis.quit();
