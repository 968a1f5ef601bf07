import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { insertRow } from '#course/shop';

// The old printer: every third time the paper jams.
// Then it throws, and nothing was printed. Leave it as it is.
let labelCount = 0;
async function printLabel(order: string): Promise<void> {
  labelCount += 1;
  await sleep(30);
  if (labelCount % 3 === 0) throw new Error('the paper jammed');
  await insertRow('labels', order, { printed: true });
}

const broker = await connect();

// A jam ends the process. The order goes back because its ack is missing, and the worker is started again.
for await (const message of broker.queue<string>('orders').consume()) {
  await printLabel(message.body);
  await message.ack();
}
