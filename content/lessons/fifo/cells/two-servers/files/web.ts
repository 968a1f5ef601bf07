import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

for (let number = 1; number <= 6; number += 1) {
  await sleep(300); // a customer fills in the form
  await orders.put(`order-${number}`);
  console.log(`thank you for order-${number}`);
}
