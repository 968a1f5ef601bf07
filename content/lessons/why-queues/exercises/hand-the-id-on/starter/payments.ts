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
  // Charge it, print a line, tell mailer and packer, and ack.
  await message.ack();
}
