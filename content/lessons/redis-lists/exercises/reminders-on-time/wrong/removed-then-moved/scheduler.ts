import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while ((await redis.zcard('reminders')) > 0) {
  const due = await redis.zrangebyscore('reminders', 0, Date.now());
  for (const order of due) {
    const isMine = (await redis.zrem('reminders', order)) === 1;
    if (isMine) await redis.lpush('mails', order);
  }
  await sleep(50);
}

await redis.quit();
