import { Redis } from 'ioredis';

const redis = new Redis();
const now = Date.now();

// Each order with the time at which its reminder is due.
await redis.zadd('reminders', now + 1600, 'order-1');
await redis.zadd('reminders', now + 800, 'order-2');
await redis.zadd('reminders', now + 1200, 'order-3');

// Another try: a key that is there for 1 second.
await redis.set('reminder', 'order-4', 'PX', 1000);

console.log('planned 4 reminders');
await redis.quit();
