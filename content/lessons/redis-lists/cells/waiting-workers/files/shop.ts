import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

await sleep(700);
await redis.lpush('mails', 'mail-1');
console.log('put mail-1');

await sleep(300);
await redis.lpush('mails', 'mail-2');
console.log('put mail-2');

await sleep(300);
await redis.lpush('mails', 'mail-3', 'mail-4', 'mail-5');
console.log('put mail-3, mail-4 and mail-5');

await redis.quit();
