import { Redis } from 'ioredis';
import { charge } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('orders', 2);
  if (taken === null) break;
  const [, order] = taken;
  await charge(order, 1999);
}

console.log('no order for 2 seconds, going home');
await redis.quit();
