import { connect } from '#course/broker';
import { charge, insertOnce } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  // An order that comes twice must be charged once.
  const isNew = await insertOnce('seen', order);
  if (isNew) await charge(order, 1999);
  else console.log(`${order} came again, nothing to do`);
  await message.ack();
}
