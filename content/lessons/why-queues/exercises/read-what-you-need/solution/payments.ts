import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id: string; cents?: number; discount?: number }>('orders');
const unreadable = broker.queue('unreadable');

for await (const message of orders.consume()) {
  const { id, cents, discount = 0 } = message.body;
  if (cents === undefined) {
    await unreadable.publish(message.body);
  } else {
    await charge(id, cents - discount);
  }
  await message.ack();
}
