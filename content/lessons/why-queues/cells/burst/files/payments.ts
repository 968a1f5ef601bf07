import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { charge } from '#course/shop';

const broker = await connect();
const orders = broker.queue<{ id: string; at: number }>('orders');

let count = 0;
for await (const message of orders.consume()) {
  const { id, at } = message.body;
  await sleep(40);
  await charge(id, 1999);
  await message.ack();

  count += 1;
  if (count % 40 === 0) console.log(`${id} is paid ${Date.now() - at} ms after it came`);
}
