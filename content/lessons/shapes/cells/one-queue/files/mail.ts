import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  await sendMail(`customer of ${message.body}`, 'Thank you!');
  console.log(`thanked for ${message.body}`);
  await message.ack();
}
