import { Redis } from 'ioredis';
import { charge } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

async function handle(order: string): Promise<void> {
  await charge(order, 1999);
  await redis.lrem(mine, 1, order);
}

for (const order of await redis.lrange(mine, 0, -1)) await handle(order);

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  await handle(order);
}

await redis.quit();
