import { Redis } from 'ioredis';
import { sendMail } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('mails', 6);
  if (taken === null) break;
  const [, order] = taken;
  await sendMail(order, 'Are you happy with it?');
}

await redis.quit();
