import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while ((await redis.zcard('reminders')) > 0) {
  const due = await redis.zrangebyscore('reminders', 0, Date.now());
  for (const order of due) {
    await redis.multi().zrem('reminders', order).lpush('mails', order).exec();
  }
  await sleep(50);
}

await redis.quit();
