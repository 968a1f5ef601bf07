import { connect } from '#course/broker';
import { insertOnce } from '#course/shop';

const broker = await connect();

for await (const message of broker.queue<string>('orders').consume({ prefetch: 2 })) {
  const isNew = await insertOnce('reservations', `reserve ${message.body}`, { order: message.body, pieces: 1 });
  if (!isNew) console.log(`${message.body} came again`);
  await message.ack();
}
