import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<Record<string, unknown>>('orders');

for await (const message of orders.consume()) {
  await charge(String(message.body.id), Number(message.body.cents));
  await message.ack();
}
