import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();

for await (const message of broker.queue<{ number: number; atMs: number }>('readings').consume()) {
  await sleep(100);
  console.log(`the display shows reading ${message.body.number}, measured at ${message.body.atMs} ms`);
  await message.ack();
}
