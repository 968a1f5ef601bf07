import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

type Entry = [id: string, fields: string[]];

const redis = new Redis();
const me = process.env.WORKER ?? '';

redis.on('error', () => console.log('the connection broke'));
await redis
  .xgroup('CREATE', 'orders', 'payments', '0', 'MKSTREAM')
  .catch(() => {});

// Work first, then the ack. The bank knows what is paid already.
async function settle(entries: Entry[]): Promise<void> {
  for (const [id, [, order = '']] of entries) {
    const paid = (await charges()).some(({ orderId }) => orderId === order);
    console.log(`${order} is ${paid ? 'paid already' : 'not paid yet'}`);
    if (!paid) {
      await sleep(200); // checks the address
      await charge(order, 1999);
    }
    await redis.xack('orders', 'payments', id);
  }
}

for (let quiet = 0; quiet < 10; quiet += 1) {
  // A payment takes 200 ms. No ack for a second: it is dead.
  const [, late] = (await redis.xautoclaim(
    'orders', 'payments', me, 1000, '0', 'COUNT', 1,
  )) as [string, Entry[]];
  await settle(late);
  const answer = await redis.xreadgroup(
    'GROUP', 'payments', me, 'COUNT', 1, 'BLOCK', 300,
    'STREAMS', 'orders', '>',
  );
  if (answer === null) continue;
  await settle((answer[0]?.[1] ?? []) as Entry[]);
  quiet = 0;
}

await redis.quit();
