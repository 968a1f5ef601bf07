import { Redis } from 'ioredis';

const redis = new Redis();
const group = process.env.GROUP ?? '';

await redis.xgroup('CREATE', 'orders', group, '0', 'MKSTREAM');

let count = 0;
while (true) {
  const answer = await redis.xreadgroup(
    'GROUP', group, 'me', 'COUNT', 10, 'BLOCK', 800,
    'STREAMS', 'orders', '>',
  );
  if (answer === null) break;
  for (const [id] of answer[0]?.[1] ?? []) {
    count += 1;
    await redis.xack('orders', group, id);
  }
}

console.log(`${group} acked ${count} orders`);
await redis.quit();
