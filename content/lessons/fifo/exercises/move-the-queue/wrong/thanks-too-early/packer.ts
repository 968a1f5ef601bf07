import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  await sleep(200);
  console.log(`packed ${message.body}`);
  await message.ack();
}
