import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
await sleep(600);

for (let number = 1; number <= 6; number += 1) {
  for (const packer of ['packer-1', 'packer-2']) {
    await redis.lpush(`orders for ${packer}`, `order-${number}`);
  }
  await redis.publish('prices', `lamp ${20 - number}`);
  await sleep(200);
}

await redis.quit();
