import { Redis } from 'ioredis';

const redis = new Redis();

const entries = await redis.xrange('orders', '-', '+');
const orders = entries.map(([, fields]) => fields[1]);
console.log('left:', orders.join(' ') || 'nothing');

await redis.quit();
