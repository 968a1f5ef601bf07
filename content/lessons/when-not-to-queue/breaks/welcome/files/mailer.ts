import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();

for await (const message of broker.queue<string>('welcome').consume()) {
  await sendMail(message.body, 'Welcome!');
  await message.ack(); // after the work: a crash loses nothing
}
