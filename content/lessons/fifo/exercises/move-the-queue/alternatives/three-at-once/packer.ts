import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const { queue } = await connect();

for await (const { body, ack } of queue('orders').consume({ prefetch: 3 })) {
  await sleep(200);
  console.log('packed', body);
  await ack();
}
