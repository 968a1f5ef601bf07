import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { insertRow, rows } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  await sleep(20); // walks to the shelf
  const reserved = await rows('reservations');
  if (!reserved.some(({ key }) => key === order)) await insertRow('reservations', order, { order, pieces: 1 });
  await message.ack();
}
