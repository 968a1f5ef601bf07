import { Redis } from 'ioredis';
import { sendMail } from '#course/shop';

const redis = new Redis();

redis.on('message', async (_channel, order) => {
  await sendMail(`buyer of ${order}`, 'Thank you');
  console.log(`thanked for ${order}`);
});

await redis.subscribe('orders');
