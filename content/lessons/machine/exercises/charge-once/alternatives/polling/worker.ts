import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

let idleMs = 0;
while (idleMs < 2000) {
  // The order that is still on the own list comes before any new one.
  const order = (await redis.lindex(mine, 0)) ?? (await redis.rpoplpush('orders', mine));
  if (order === null) {
    await sleep(50);
    idleMs += 50;
    continue;
  }
  idleMs = 0;
  const paid = await charges();
  if (paid.every(({ orderId }) => orderId !== order)) await charge(order, 1999);
  await redis.lpop(mine);
}
await redis.quit();
