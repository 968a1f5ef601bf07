import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

await sleep(200);
await redis.lpush('orders', 'order-1');
console.log('put order-1');

await redis.quit();
