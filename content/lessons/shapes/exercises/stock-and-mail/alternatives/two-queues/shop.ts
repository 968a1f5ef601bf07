import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const stock = broker.queue<string>('stock');
const mail = broker.queue<string>('mail');

for (let number = 1; number <= 6; number += 1) {
  await Promise.all([stock.publish(`order-${number}`), mail.publish(`order-${number}`)]);
  console.log(`sold order-${number}`);
  await sleep(100);
}

await broker.close();
