import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  const [, order] = taken;
  const paid = await charges();
  if (!paid.some(({ orderId }) => orderId === order)) await charge(order, 1999);
}

await redis.quit();
