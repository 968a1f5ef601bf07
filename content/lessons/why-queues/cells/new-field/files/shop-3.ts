import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

// Somebody tidied up: "cents" is called "price" now.
await orders.publish({ id: 'order-3', price: 3999, gift: false });
await broker.close();
