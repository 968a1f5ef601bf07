import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();

for await (const message of broker.queue<string>('orders').consume()) {
  await sleep(100);
  await charge(message.body, 1999);
  await message.ack();
}
