import { Redis } from 'ioredis';

const redis = new Redis();

// When each buyer is to be reminded: so many milliseconds from now.
const reminders = [
  { order: 'order-1', afterMs: 2600 },
  { order: 'order-2', afterMs: 1500 },
  { order: 'order-3', afterMs: 2000 },
  { order: 'order-4', afterMs: 1500 },
  { order: 'order-5', afterMs: 3100 },
];

for (const { order, afterMs } of reminders) {
  setTimeout(() => redis.lpush('mails', order), afterMs);
}
console.log('all reminders are planned');
