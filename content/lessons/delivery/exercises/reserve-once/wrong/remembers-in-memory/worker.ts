import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { insertRow } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');
const reserved = new Set<string>();

for await (const message of orders.consume()) {
  const order = message.body;
  await sleep(20); // walks to the shelf
  if (!reserved.has(order)) await insertRow('reservations', order, { order, pieces: 1 });
  reserved.add(order);
  await message.ack();
}
