import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();
const group = process.env.GROUP ?? '';
const me = process.env.ME ?? '';

// It begins at the start of the stream.
// An error says that it is there already.
await redis.xgroup('CREATE', 'orders', group, '0', 'MKSTREAM')
  .catch(() => {});

while (true) {
  // > means: what nobody in this group has got yet.
  // At most 1 entry, after at most 1 s.
  const answer = await redis.xreadgroup(
    'GROUP', group, me, 'COUNT', 1, 'BLOCK', 1000,
    'STREAMS', 'orders', '>',
  );
  if (answer === null) break;
  for (const [id, fields] of answer[0]?.[1] ?? []) {
    console.log(`got ${fields?.[1]}`);
    await sleep(250);
    await redis.xack('orders', group, id);
  }
}

await redis.quit();
