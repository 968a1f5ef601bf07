import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

for (let number = 1; number <= 5; number += 1) {
  await orders.publish({ id: `old-${number}`, cents: 1000 * number });
  await sleep(300);
}
await broker.close();
