import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { sendMail } from '#course/shop';

const redis = new Redis();
const closing = Date.now() + 2500;

while (Date.now() < closing) {
  // The first one whose time has come, if there is one.
  const [order] = await redis.zrangebyscore(
    'reminders', 0, Date.now(), 'LIMIT', 0, 1,
  );
  if (order === undefined) {
    await sleep(50);
    continue;
  }
  const wasThere = await redis.zrem('reminders', order);
  if (wasThere === 0) continue; // somebody else has it
  console.log(`${order} is due`);
  await sendMail(`buyer of ${order}`, 'Are you happy with it?');
}

console.log(`the key: ${await redis.get('reminder')}`);
await redis.quit();
