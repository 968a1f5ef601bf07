import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while ((await redis.zcard('reminders')) > 0) {
  const [order] = await redis.zpopmin('reminders');
  if (order !== undefined) await redis.lpush('mails', order);
  await sleep(50);
}

await redis.quit();
