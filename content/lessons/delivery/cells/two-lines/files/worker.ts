import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  await message.ack(); // line A
  console.log(`half done: ${order}`);
  await charge(order, 1999); // line B
}
