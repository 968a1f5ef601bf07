import { Redis } from 'ioredis';

const redis = new Redis();
const group = process.env.GROUP ?? '';
const from = process.env.FROM ?? '';

await redis.xgroup('CREATE', 'orders', group, from, 'MKSTREAM');
console.log(`group ${group} is made at ${from}`);

while (true) {
  const answer = await redis.xreadgroup(
    'GROUP', group, 'me', 'COUNT', 1, 'BLOCK', 2000,
    'STREAMS', 'orders', '>',
  );
  if (answer === null) break;
  for (const [id, fields] of answer[0]?.[1] ?? []) {
    console.log(`got ${fields?.[1]}`);
    await redis.xack('orders', group, id);
  }
}

await redis.quit();
