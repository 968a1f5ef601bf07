import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { insertOnce, insertRow } from '#course/shop';

const broker = await connect();
const orders = broker.queue<string>('orders');

for await (const message of orders.consume()) {
  const order = message.body;
  const isNew = await insertOnce('seen', order);
  await sleep(20); // walks to the shelf
  if (isNew) await insertRow('reservations', order, { order, pieces: 1 });
  await message.ack();
}
