import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 10; number += 1) {
  const count = await redis.publish('prices', `price-${number}`);
  if (count === 0) console.log(`nobody heard price-${number}`);
  await sleep(60);
}
console.log('sent 10 prices');

await redis.quit();
