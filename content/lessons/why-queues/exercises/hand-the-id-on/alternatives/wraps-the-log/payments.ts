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

function logFor(correlationId: string): (text: string) => void {
  return (text) => console.log(`[${correlationId}] ${text}`);
}

for await (const message of orders.consume()) {
  const log = logFor(message.body.correlationId);
  await parcels.publish(message.body);
  await charge(message.body.order, message.body.cents);
  log(`charged ${message.body.order}`);
  await receipts.publish(message.body);
  await message.ack();
}
