import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
const from = 'processing:packer-1';

// Look: does packer-1 still hold an order?
const [order] = await redis.lrange(from, 0, 0);
if (order !== undefined) {
  console.log(`sees ${order}`);
  await sleep(300); // makes sure that packer-1 is dead
  // Move: back on the list, for somebody else.
  await redis.rpush('orders', order);
  await redis.lrem(from, 1, order);
  console.log(`put ${order} back`);
}

await redis.quit();
