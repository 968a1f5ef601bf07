import { connect } from '#course/broker';

const broker = await connect();

for await (const message of broker.queue<{ order: string; at: number }>('mails').consume()) {
  const { order, at } = message.body;
  console.log(`the mail for ${order} was on its way for ${Date.now() - at} ms`);
  await message.ack();
}
