import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { charge } from '#course/shop';

const redis = new Redis();
const me = process.env.WORKER ?? '';
// How long the bank takes.
const workMs = Number(process.env.WORK_MS);

async function handle(id: string, order: string): Promise<void> {
  await sleep(workMs);
  await charge(order, 1999);
  await redis.xack('orders', 'payments', id);
}

await redis
  .xgroup('CREATE', 'orders', 'payments', '0', 'MKSTREAM')
  .catch(() => {});

while (true) {
  const answer = await redis.xreadgroup(
    'GROUP', 'payments', me, 'COUNT', 1, 'BLOCK', 2000,
    'STREAMS', 'orders', '>',
  );
  if (answer === null) break;
  for (const [id, fields] of answer[0]?.[1] ?? []) {
    console.log(`took ${fields?.[1]}`);
    await handle(id, fields?.[1] ?? '');
  }
}

await redis.quit();
