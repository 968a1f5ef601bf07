import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

async function placeOrder(order: string): Promise<void> {
  const started = Date.now();
  await orders.publish(order);
  console.log(`${order} is accepted after ${Date.now() - started} ms`);
}

// A customer every half second, whatever became of the last.
for (let number = 1; number <= 24; number += 1) {
  void placeOrder(`order-${number}`);
  await sleep(500);
}

await broker.close();
