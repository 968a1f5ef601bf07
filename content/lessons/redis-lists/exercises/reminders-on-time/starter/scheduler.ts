import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

// As long as there is something to wait for.
while ((await redis.zcard('reminders')) > 0) {
  // What is due goes from `reminders` to `mails`.
  await sleep(50);
}

await redis.quit();
