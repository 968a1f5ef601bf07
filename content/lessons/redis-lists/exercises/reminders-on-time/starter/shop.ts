import { Redis } from 'ioredis';
import { reminders } from './reminders.ts';

const redis = new Redis();

for (const { order, afterMs } of reminders) {
  setTimeout(() => redis.lpush('mails', order), afterMs);
}
console.log('all reminders are planned');
