import { Redis } from 'ioredis';
import { charge, charges } from '#course/shop';

const redis = new Redis();
const mine = `processing:${process.env.WORKER}`;

// Gives back what an earlier life of this worker had taken; whoever is next will handle it.
while ((await redis.lmove(mine, 'orders', 'LEFT', 'RIGHT')) !== null) {}

for (let order = await next(); order !== null; order = await next()) {
  if (!(await isPaid(order))) await charge(order, 1999);
  await redis.lrem(mine, 1, order);
}
await redis.quit();

function next(): Promise<string | null> {
  return redis.blmove('orders', mine, 'RIGHT', 'LEFT', 2);
}

async function isPaid(order: string): Promise<boolean> {
  return new Set((await charges()).map((charge) => charge.orderId)).has(order);
}
