import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  if (message.redelivered) console.log(`${message.body} comes again`);
  await sleep(200);
  await charge(message.body, 1999);
  await message.ack();
}
