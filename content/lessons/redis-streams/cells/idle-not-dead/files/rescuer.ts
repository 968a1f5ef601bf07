import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { charge } from '#course/shop';

type Entry = [id: string, fields: string[]];

const redis = new Redis();
const IDLE_MS = 1000; // silent for so long: dead?

// Looks eight times, four times a second.
for (let look = 1; look <= 8; look += 1) {
  const answer = await redis.xautoclaim(
    'orders', 'payments', 'rescuer', IDLE_MS, '0',
  );
  const entries = answer[1] as Entry[];
  for (const [id, fields] of entries) {
    console.log(`claimed ${fields[1]}`);
    await charge(fields[1] ?? '', 1999);
    await redis.xack('orders', 'payments', id);
  }
  await sleep(250);
}

await redis.quit();
