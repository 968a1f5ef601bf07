import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

async function takeOrders(): Promise<void> {
  for (let number = 1; number <= 6; number += 1) {
    await orders.put(`order-${number}`);
    console.log(`put order-${number}`);
  }
  orders.close();
}

async function packOrders(): Promise<void> {
  for await (const order of orders) {
    await sleep(300);
    console.log(`packed ${order}`);
  }
}

await Promise.all([takeOrders(), packOrders()]);
console.log('all orders are packed');
