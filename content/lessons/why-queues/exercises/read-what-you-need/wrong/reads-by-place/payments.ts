import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<Record<string, unknown>>('orders');
const unreadable = broker.queue('unreadable');

for await (const message of orders.consume()) {
  const [id, cents, discount] = Object.values(message.body);
  if (typeof cents === 'number') await charge(String(id), cents - (typeof discount === 'number' ? discount : 0));
  else await unreadable.publish(message.body);
  await message.ack();
}
