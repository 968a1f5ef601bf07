import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();

for await (const message of broker.queue<{ number: number; startedAt: number; at: number }>('readings').consume()) {
  await sleep(100);
  const { number, at, startedAt } = message.body;
  console.log(`the display shows reading ${number}, measured at ${at - startedAt} ms, ${Date.now() - at} ms old`);
  await message.ack();
}
