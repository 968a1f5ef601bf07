import { Redis } from 'ioredis';

const redis = new Redis();

redis.on('error', () => console.log('the connection broke'));
redis.on('message', (_channel, message) => {
  console.log(`shows ${message}`);
});

await redis.subscribe('prices');
