import { Redis } from 'ioredis';

const redis = new Redis();

redis.on('message', (_channel, price) => {
  console.log(`shows ${price}`);
});
await redis.subscribe('prices');
