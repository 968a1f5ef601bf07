import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

// The new version adds a field.
await orders.publish({ id: 'order-2', cents: 2999, gift: true });
await broker.close();
