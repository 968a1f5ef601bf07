import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<Record<string, unknown>>('orders');
const unreadable = broker.queue('unreadable');

for await (const message of orders.consume()) {
  const known = Object.keys(message.body).every((field) => ['id', 'cents', 'discount'].includes(field));
  const { id, cents, discount } = message.body;
  if (known && cents !== undefined) await charge(String(id), Number(cents) - Number(discount ?? 0));
  else await unreadable.publish(message.body);
  await message.ack();
}
