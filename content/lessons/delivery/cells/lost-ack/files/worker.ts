import { connect } from '#course/broker';
import { insertOnce, sendMail } from '#course/shop';

async function work(): Promise<void> {
  const broker = await connect();
  const orders = broker.queue<string>('orders');

  for await (const message of orders.consume()) {
    const order = message.body;
    console.log(`took ${order}${message.redelivered ? ' again' : ''}`);
    await insertOnce('reservations', order, { pieces: 1 });
    await sendMail(`buyer of ${order}`, 'Your order is reserved');
    await message.ack();
  }
}

while (true) {
  try {
    await work();
  } catch {
    console.log('lost the connection');
  }
}
