import { Redis } from 'ioredis';

const replica = new Redis(6380);

await replica.call('REPLICAOF', 'NO', 'ONE');
const entries = await replica.xrange('orders', '-', '+');
const orders = entries.map(([, fields]) => fields[1]);
console.log(`the new master has: ${orders.join(' ')}`);

await replica.quit();
