import { connect } from '#course/broker';

const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe('statistics');

let count = 0;
for await (const message of orders.consume()) {
  count += 1;
  console.log(`${count} counted: ${message.body}`);
  await message.ack();
}
