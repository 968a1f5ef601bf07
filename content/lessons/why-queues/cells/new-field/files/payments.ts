import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id?: string; cents?: number }>('orders');
const unreadable = broker.queue('unreadable');

for await (const message of orders.consume()) {
  // Takes what it needs and looks at nothing else.
  const { id, cents } = message.body;
  if (id !== undefined && cents !== undefined) {
    await charge(id, cents);
  } else {
    console.log(`cannot read ${JSON.stringify(message.body)}`);
    await unreadable.publish(message.body);
  }
  await message.ack();
}
