import { connect } from '#course/broker';
import { insertRow } from '#course/shop';

const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe('stock');

for await (const message of orders.consume()) {
  await insertRow('reserved', message.body, { pieces: 1 });
  console.log(`reserved a piece for ${message.body}`);
  await message.ack();
}
