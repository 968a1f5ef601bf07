import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<Record<string, unknown>>('orders');

for await (const { body, ack } of orders.consume()) {
  const discount = typeof body.discount === 'number' ? body.discount : 0;
  if (typeof body.id === 'string' && typeof body.cents === 'number') await charge(body.id, body.cents - discount);
  else await broker.queue('unreadable').publish(body);
  await ack();
}
