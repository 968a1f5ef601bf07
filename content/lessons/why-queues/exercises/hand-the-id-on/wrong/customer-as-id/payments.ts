import { connect } from '#course/broker';
import { charge } from '#course/shop';

interface Order {
  correlationId: string;
  order: string;
  customer: string;
  cents: number;
}

const broker = await connect();
const orders = broker.queue<Order>('orders');
const receipts = broker.queue('receipts');
const parcels = broker.queue('parcels');

for await (const message of orders.consume()) {
  const { order, customer, cents } = message.body;
  const correlationId = customer;
  await charge(order, cents);
  console.log(`[${correlationId}] ${order} is charged`);
  await receipts.publish({ correlationId, customer });
  await parcels.publish({ correlationId, order });
  await message.ack();
}
