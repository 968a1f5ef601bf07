import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { reminders } from './reminders.ts';

const redis = new Redis();

async function remind(order: string, afterMs: number): Promise<void> {
  await sleep(afterMs);
  await redis.lpush('mails', order);
}

console.log('all reminders are planned');
await Promise.all(reminders.map(({ order, afterMs }) => remind(order, afterMs)));
