import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 8; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  const copies = await redis.wait(1, 100);
  if (copies >= 1) console.log(`confirmed order-${number}`);
  else console.log(`not safe: order-${number}`);
  await sleep(200);
}
console.log(`in Redis: ${await redis.xlen('orders')} orders`);

redis.disconnect();
