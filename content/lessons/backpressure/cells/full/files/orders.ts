import { setTimeout as sleep } from 'node:timers/promises';
import { charge } from '#course/shop';
import { openQueue } from './queue.ts';

// The switch: block, reject, dropNewest, dropOldest or spill.
const orders = openQueue<string>('orders', 'block');

// The shop accepts an order every 50 ms.
async function accept(): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    try {
      await orders.put(`order-${number}`);
    } catch {
      console.log(`order-${number} was refused`);
    }
    await sleep(50);
  }
  console.log('last order accepted');
  orders.close();
}

// A charge takes 150 ms.
async function pay(): Promise<void> {
  for await (const order of orders) {
    await sleep(150);
    await charge(order, 1999);
  }
}

await Promise.all([accept(), pay()]);
