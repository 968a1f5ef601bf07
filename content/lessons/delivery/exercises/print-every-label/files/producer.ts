import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<string>('orders');

for (let number = 1; number <= 8; number += 1) {
  await orders.publish(`order-${number}`);
}
console.log('put 8 orders');

await broker.close();
