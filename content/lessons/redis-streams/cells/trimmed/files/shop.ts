import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

for (let number = 1; number <= 8; number += 1) {
  await redis.xadd('orders', '*', 'order', `order-${number}`);
}

await sleep(1500); // by now the mailer is done
console.log(`entries: ${await redis.xlen('orders')}`);

// Keep the newest three.
await redis.xtrim('orders', 'MAXLEN', 3);
console.log(`after trimming: ${await redis.xlen('orders')}`);

await redis.quit();
