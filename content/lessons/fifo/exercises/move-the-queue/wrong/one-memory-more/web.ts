import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { Queue } from '#course/queue';

const waiting = new Queue<string>('waiting');

async function takeOrders(): Promise<void> {
  for (let number = 1; number <= 6; number += 1) {
    await sleep(300); // a customer fills in the form
    await waiting.put(`order-${number}`);
    console.log(`thank you for order-${number}`);
  }
  waiting.close();
}

/** Sends the orders on in the background, so that no customer waits for the server. */
async function sendOn(): Promise<void> {
  const orders = (await connect()).queue<string>('orders');
  for await (const order of waiting) await orders.publish(order);
}

await Promise.all([takeOrders(), sendOn()]);
