import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { charge } from '#course/shop';

interface Order {
  correlationId: string;
  customer: string;
  cents: number;
}

const broker = await connect();
const orders = broker.queue<Order>('orders');
const receipts = broker.queue('receipts');

for await (const message of orders.consume()) {
  const { correlationId, customer, cents } = message.body;
  // A large amount is checked, and that takes longer.
  await sleep(cents > 50_000 ? 900 : 200);
  await charge(correlationId, cents);
  console.log(`[${correlationId}] charged`);
  // The next message gets the same id.
  await receipts.publish({ correlationId, customer });
  await message.ack();
}
