import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();

for await (const message of broker.queue<{ order: string; at: number }>('mails').consume()) {
  const { order, at } = message.body;
  console.log(`the mail for ${order} was ${Date.now() - at} ms on its way`);
  await sendMail(`buyer of ${order}`, 'Thank you for your order');
  await message.ack();
}
