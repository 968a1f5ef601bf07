import { charge, sendMail } from '#course/shop';

const orders = [
  { id: 'order-1', customer: 'ann' },
  { id: 'order-2', customer: 'ben' },
  { id: 'order-3', customer: 'cleo' },
];

for (const order of orders) {
  await charge(order.id, 1999);
  await sendMail(order.customer, `receipt for ${order.id}`);
  console.log(`${order.id} is done`);
}
