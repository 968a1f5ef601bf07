import { Redis } from 'ioredis';
import { reminders } from './reminders.ts';

const redis = new Redis();

for (const { order, afterMs } of reminders) {
  await redis.zadd('reminders', Date.now() + afterMs, order);
}
console.log('all reminders are planned');
