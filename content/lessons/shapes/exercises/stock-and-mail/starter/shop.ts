import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

for (let number = 1; number <= 6; number += 1) {
  await orders.publish(`order-${number}`);
  console.log(`sold order-${number}`);
  await sleep(100);
}

await broker.close();
