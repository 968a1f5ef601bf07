import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

async function query(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:5000/${path}`, { method: 'POST' });
  return answer.text();
}

const prices = new Map<string, string>();

for await (const message of orders.consume()) {
  const { id, article } = message.body;
  let price = prices.get(article);
  if (price === undefined) {
    price = await query(`price/${article}`);
    prices.set(article, price);
  }
  await message.ack();
  void query(`store/${id}/${price}`);
}
