import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

async function placeOrder(thing: string, cents: number): Promise<void> {
  // A new id for each order, shortened to be easy to read.
  const correlationId = randomUUID().slice(0, 4);
  await orders.publish({ correlationId, customer: 'ada@example.org', cents });
  console.log(`[${correlationId}] Ada orders a ${thing}`);
}

await placeOrder('sofa', 89_900);
await sleep(100);
await placeOrder('lamp', 1_999);
await broker.close();
