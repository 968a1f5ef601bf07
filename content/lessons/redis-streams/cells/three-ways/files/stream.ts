import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { insertRow } from '#course/shop';

const redis = new Redis();
await redis.xgroup('CREATE', 'stream', 'group', '0', 'MKSTREAM')
  .catch(() => {});

let from = '0'; // first what is pending for me, then what is new
while (true) {
  const answer = await redis.xreadgroup(
    'GROUP', 'group', 'me', 'COUNT', 1, 'BLOCK', 3000,
    'STREAMS', 'stream', from,
  );
  const entries = answer?.[0]?.[1] ?? [];
  if (entries.length === 0 && from === '>') break;
  if (entries.length === 0) from = '>';
  for (const [id, fields] of entries) {
    console.log(`got ${fields?.[1]}`);
    await sleep(100);
    await insertRow('by stream', fields?.[1] ?? '', {});
    await redis.xack('stream', 'group', id);
  }
}

await redis.quit();
