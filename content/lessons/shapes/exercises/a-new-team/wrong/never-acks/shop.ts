import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.topic<string>('orders');

for (let number = 1; number <= 12; number += 1) {
  const order = `order-${number}`;
  await orders.publish(order);
  console.log(`sold ${order}`);
  await sleep(100);
}

await broker.close();
