import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id: string; cents: number; discount: number }>('orders');
const unreadable = broker.queue('unreadable');

for await (const message of orders.consume()) {
  const { id, cents, discount } = message.body;
  const amount = cents - discount;
  if (Number.isNaN(amount)) await unreadable.publish(message.body);
  else await charge(id, amount);
  await message.ack();
}
