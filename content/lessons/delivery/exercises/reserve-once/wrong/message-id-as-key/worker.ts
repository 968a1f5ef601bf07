import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { insertOnce } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  await sleep(20); // walks to the shelf
  await insertOnce('reservations', message.id, { order, pieces: 1 });
  await message.ack();
}
