import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

async function query(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:5000/${path}`, { method: 'POST' });
  return answer.text();
}

const articles = ['lamp', 'sofa', 'chair'];
const prices = Object.fromEntries(await Promise.all(articles.map(async (article) => [article, await query(`price/${article}`)])));

for await (const message of orders.consume()) {
  await query(`store/${message.body.id}/${prices[message.body.article]}`);
  await message.ack();
}
