import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

interface Reading {
  number: number;
  startedAt: number;
  at: number;
}

const broker = await connect();
const readings = broker.queue<Reading>('readings');

for await (const message of readings.consume()) {
  await sleep(100);
  const { number, at, startedAt } = message.body;
  const ageMs = Date.now() - at;
  const measuredMs = at - startedAt;
  console.log(`shows reading ${number}, measured at ${measuredMs} ms, ${ageMs} ms old`);
  await message.ack();
}
