import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
const mine = `processing:${process.env.PACKER}`;

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  console.log(`took ${order}`);
  await sleep(100);
  console.log(`packed ${order}`);
  await redis.lrem(mine, 1, order);
}

await redis.quit();
