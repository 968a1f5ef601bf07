import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

// What this worker had in its hands when it died. It may have charged it already: only the bank knows.
for (const order of await redis.lrange(mine, 0, -1)) {
  const paid = await charges();
  if (!paid.some(({ orderId }) => orderId === order)) await charge(order, 1999);
  await redis.lrem(mine, 1, order);
}

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
  if (order === null) break;
  await charge(order, 1999);
  await redis.lrem(mine, 1, order);
}

console.log('no order for 2 seconds, going home');
await redis.quit();
