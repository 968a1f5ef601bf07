import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

const customers = ['ada', 'bob', 'ada', 'ada', 'bob', 'eve'];
for (const [index, customer] of customers.entries()) {
  const correlationId = randomUUID().slice(0, 8);
  const order = `order-${index + 1}`;
  console.log(`[${correlationId}] ${order} by ${customer}`);
  await orders.publish({ correlationId, order, customer, cents: 1000 * (index + 1) });
  await sleep(20);
}
await broker.close();
