import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

const mine = `processing:${process.env.PACKER}`;

while (true) {
  const order = await redis.blmove('orders', mine, 'RIGHT', 'LEFT', 3);
  if (order === null) break;
  await insertRow('parcels', order, { packer: process.env.PACKER });
  await redis.lrem(mine, 1, order);
}

await redis.quit();
