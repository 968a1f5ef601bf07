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

async function work(): Promise<void> {
  for await (const { body, ack } of orders.consume()) {
    const { cents, ...rest } = body;
    await charge(body.order, cents);
    console.log(`[${body.correlationId}]`, body.order, 'paid', cents);
    await Promise.all([receipts.publish(rest), parcels.publish(rest)]);
    await ack();
  }
}

await Promise.all([work(), work(), work()]);
