import { connect } from '#course/broker';
import { insertRow } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  await insertRow('reserved', message.body, { pieces: 1 });
  console.log(`reserved a piece for ${message.body}`);
  await message.nack(); // mail needs it too
}
