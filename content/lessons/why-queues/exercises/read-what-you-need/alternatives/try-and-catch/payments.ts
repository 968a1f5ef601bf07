import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id: string; cents: number; discount?: number }>('orders');

for await (const message of orders.consume()) {
  const { id, cents, discount } = message.body;
  try {
    // charge() fails when the amount is no whole number.
    await charge(id, cents - (discount ?? 0));
  } catch {
    await broker.queue('unreadable').publish(message.body);
  }
  await message.ack();
}
