import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const queue = broker.queue<number>(String(process.env.QUEUE));

// One order takes 100 ms: a little less than ten in a second.
for await (const message of queue.consume()) {
  await sleep(100);
  await message.ack();
}
