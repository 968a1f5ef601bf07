import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

while (true) {
  const taken = await redis.brpop('orders', 3);
  if (taken === null) break;
  const [, order] = taken;
  await insertRow('parcels', order, { packer: process.env.PACKER });
}

await redis.quit();
