import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (const price of [19, 18, 17, 16, 15]) {
  const count = await redis.publish('prices', `lamp ${price}`);
  console.log(`lamp ${price}: heard by ${count}`);
  await sleep(400);
}

await redis.quit();
