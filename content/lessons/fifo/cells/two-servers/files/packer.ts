import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');
console.log(`I find ${orders.size} orders in my queue`);

for await (const order of orders) {
  console.log(`took ${order}`);
  await sleep(200);
  console.log(`packed ${order}`);
}
