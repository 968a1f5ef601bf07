import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();

redis.on('message', async (_channel, order) => {
  await insertRow('parcels', order, { packer: process.env.PACKER });
});
await redis.subscribe('orders');
