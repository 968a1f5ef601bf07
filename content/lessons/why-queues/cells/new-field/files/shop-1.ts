import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

await orders.publish({ id: 'order-1', cents: 1999 });
await broker.close();
