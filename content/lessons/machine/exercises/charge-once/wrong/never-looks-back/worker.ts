import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  const paid = await charges();
  if (!paid.some(({ orderId }) => orderId === order)) await charge(order, 1999);
  await redis.lrem(mine, 1, order);
}

await redis.quit();
