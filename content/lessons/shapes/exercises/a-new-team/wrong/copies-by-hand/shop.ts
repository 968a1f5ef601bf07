import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const mail = broker.queue<string>('mail');
const statistics = broker.queue<string>('statistics');

for (let number = 1; number <= 12; number += 1) {
  const order = `order-${number}`;
  await mail.publish(order);
  await statistics.publish(order);
  console.log(`sold ${order}`);
  await sleep(100);
}

await broker.close();
