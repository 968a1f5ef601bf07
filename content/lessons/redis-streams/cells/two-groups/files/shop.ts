import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 6; number += 1) {
  // * lets Redis choose the id. Then come fields and values.
  await redis.xadd('orders', '*', 'order', `order-${number}`);
  console.log(`sold order-${number}`);
  await sleep(100);
}

await sleep(2500);
console.log(`entries in the stream: ${await redis.xlen('orders')}`);
await redis.quit();
