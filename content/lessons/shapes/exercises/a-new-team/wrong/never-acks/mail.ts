import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

async function thank(order: string): Promise<void> {
  await sleep(300); // the mail is being written
  await sendMail(`customer of ${order}`, 'Thank you!');
  console.log(`thanked for ${order}`);
}

const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe('mail');

for await (const message of orders.consume()) {
  await thank(message.body);
}
