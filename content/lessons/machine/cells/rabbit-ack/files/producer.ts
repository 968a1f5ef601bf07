import { connect } from 'amqplib';

const connection = await connect('amqp://localhost');
const channel = await connection.createChannel();
await channel.assertQueue('orders', { durable: true });

for (let number = 1; number <= 6; number += 1) {
  channel.sendToQueue('orders', Buffer.from(`order-${number}`), { persistent: true });
  console.log(`put order-${number}`);
}

await channel.close();
await connection.close();
