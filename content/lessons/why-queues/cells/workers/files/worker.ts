import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  await fetch(`http://localhost:5000/${message.body}`, { method: 'POST' });
  await message.ack();
}
