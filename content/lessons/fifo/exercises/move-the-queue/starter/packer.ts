import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

for await (const order of orders) {
  await sleep(200);
  console.log(`packed ${order}`);
}
