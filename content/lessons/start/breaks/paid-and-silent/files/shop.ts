import { charge, sendMail } from '#course/shop';

const orders = [
  { id: 'order-1', customer: 'ann@example.com' },
  { id: 'order-2', customer: 'ben@example.com' },
  { id: 'order-3', customer: 'cleo@example.com' },
];

for (const order of orders) {
  await charge(order.id, 1999);
  await sendMail(order.customer, `Receipt for ${order.id}`);
  console.log(`${order.id} is done`);
}
