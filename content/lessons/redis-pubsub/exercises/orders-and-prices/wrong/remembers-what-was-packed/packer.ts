import { Redis } from 'ioredis';
import { insertOnce } from '#course/shop';

const redis = new Redis();

redis.on('message', async (_channel, order) => {
  await insertOnce('parcels', order, { packer: process.env.PACKER });
});
await redis.subscribe('orders');
