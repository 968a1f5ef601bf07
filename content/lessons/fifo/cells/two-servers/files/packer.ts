import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

for (let look = 1; look <= 4; look += 1) {
  console.log(`I find ${orders.size} orders`);
  while (orders.size > 0) {
    console.log(`packed ${await orders.take()}`);
  }
  await sleep(300);
}

console.log('nothing to do, I go home');
