import { Redis } from 'ioredis';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('prices', 3);
  if (taken === null) break;
  console.log(`shows ${taken[1]}`);
}

await redis.quit();
