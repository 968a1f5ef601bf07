import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('list', 3);
  if (taken === null) break;
  console.log(`got ${taken[1]}`);
  await sleep(100);
  await insertRow('by list', taken[1], {});
}

await redis.quit();
