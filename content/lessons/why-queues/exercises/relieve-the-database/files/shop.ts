import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

const articles = ['lamp', 'sofa', 'chair'];
for (let number = 1; number <= 60; number += 1) {
  await orders.publish({ id: `order-${number}`, article: articles[number % articles.length] ?? 'lamp' });
}
await broker.close();
