import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

// As long as there is something to wait for.
while ((await redis.zcard('reminders')) > 0) {
  // If anybody changes the set after this line, EXEC does nothing.
  await redis.watch('reminders');
  const [order] = await redis.zrangebyscore('reminders', 0, Date.now(), 'LIMIT', 0, 1);
  if (order === undefined) {
    await redis.unwatch();
    await sleep(50);
    continue;
  }
  await redis.multi().zrem('reminders', order).lpush('mails', order).exec();
}

await redis.quit();
