import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

async function query(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:5000/${path}`, { method: 'POST' });
  return answer.text();
}

let price: string | undefined;

for await (const message of orders.consume()) {
  const { id, article } = message.body;
  price ??= await query(`price/${article}`);
  await query(`store/${id}/${price}`);
  await message.ack();
}
