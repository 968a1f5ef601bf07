import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

// Each sale goes all three ways.
for (let number = 1; number <= 4; number += 1) {
  const sale = `sale-${number}`;
  await redis.lpush('list', sale);
  await redis.publish('channel', sale);
  await redis.xadd('stream', '*', 'sale', sale);
  await sleep(500);
}

await redis.quit();
