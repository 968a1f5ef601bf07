import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

interface Login {
  readonly id: number;
  readonly customer: string;
}

const broker = await connect();
const answers = broker.queue('answers');

for await (const message of broker.queue<Login>('logins').consume()) {
  const { id, customer } = message.body;
  await sleep(60); // asks the database
  console.log(`checked the password of ${customer}`);
  await answers.publish({ id, text: `Hello ${customer}` });
  await message.ack();
}
