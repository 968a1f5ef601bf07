import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  console.log(`took ${order}`); // 1. take
  await sleep(100);
  await sendMail(`buyer of ${order}`, 'Thank you'); // 2. work
  console.log(`mailed about ${order}`);
  await message.ack(); // 3. ack
}
