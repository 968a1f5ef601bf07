import { connect } from '#course/broker';

const broker = await connect();
const mails = broker.queue<{ order: string; at: number }>('mails');

for await (const message of mails.consume()) {
  const { order, at } = message.body;
  const ms = Date.now() - at;
  console.log(`mail for ${order} took ${ms} ms`);
  await message.ack();
}
