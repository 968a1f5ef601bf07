import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';

const connection = await connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('orders', { durable: true });

// At most one order at a time that this worker has not acknowledged.
await channel.prefetch(1);

await channel.consume('orders', async (message) => {
  if (message === null) return;
  const order = message.content.toString();
  console.log(`took ${order}${message.fields.redelivered ? ' (it was delivered before)' : ''}`);
  await sleep(400);
  console.log(`packed ${order}`);
  channel.ack(message);
});
