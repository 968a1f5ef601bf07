import { Redis } from 'ioredis';
import { reminders } from './reminders.ts';

const redis = new Redis();

for (const { order, afterMs } of reminders) {
  await redis.set(`reminder:${order}`, order, 'PX', afterMs);
}
console.log('all reminders are planned');
