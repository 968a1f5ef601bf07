import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  console.log(`took ${message.body}${message.redelivered ? ' (it was delivered before)' : ''}`);
  await sleep(400);
  console.log(`packed ${message.body}`);
  await message.ack();
}
