import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

async function query(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:5000/${path}`, { method: 'POST' });
  return answer.text();
}

const prices: Record<string, Promise<string>> = {};

for await (const message of orders.consume({ prefetch: 2 })) {
  const { id, article } = message.body;
  prices[article] ??= query(`price/${article}`);
  await query(`store/${id}/${await prices[article]}`);
  await message.ack();
}
