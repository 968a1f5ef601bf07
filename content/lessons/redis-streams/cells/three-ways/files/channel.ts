import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

redis.on('message', async (_channel, sale) => {
  console.log(`got ${sale}`);
  await sleep(100);
  await insertRow('by channel', sale, {});
});
await redis.subscribe('channel');
