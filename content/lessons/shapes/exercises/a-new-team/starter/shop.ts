import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();

for (let number = 1; number <= 12; number += 1) {
  const order = `order-${number}`;
  // Here everybody who wants to know must learn of the order.
  console.log(`sold ${order}`);
  await sleep(100);
}

await broker.close();
