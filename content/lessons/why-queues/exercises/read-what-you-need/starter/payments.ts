import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<Record<string, unknown>>('orders');

for await (const message of orders.consume()) {
  const fields = Object.keys(message.body).join(', ');
  if (fields !== 'id, cents') throw new Error(`This is not an order: ${fields}`);
  await charge(String(message.body.id), Number(message.body.cents));
  await message.ack();
}
