import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id: string; cents?: number; discount?: number }>('orders');

for await (const message of orders.consume()) {
  const { id, cents = 0, discount = 0 } = message.body;
  await charge(id, Math.max(0, cents - discount));
  await message.ack();
}
