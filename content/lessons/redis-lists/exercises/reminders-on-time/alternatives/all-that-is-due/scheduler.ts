import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while ((await redis.zcard('reminders')) > 0) {
  await redis.watch('reminders');
  const due = await redis.zrangebyscore('reminders', 0, Date.now());
  const transaction = redis.multi();
  for (const order of due) transaction.zrem('reminders', order).lpush('mails', order);
  await transaction.exec();
  await sleep(30);
}

await redis.quit();
