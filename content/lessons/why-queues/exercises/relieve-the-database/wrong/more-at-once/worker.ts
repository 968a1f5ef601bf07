import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; article: string }>('orders');

async function query(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:5000/${path}`, { method: 'POST' });
  return answer.text();
}

const workOnAtOnce = 10;

async function work(): Promise<void> {
  for await (const message of orders.consume()) {
    const { id, article } = message.body;
    const price = await query(`price/${article}`);
    await query(`store/${id}/${price}`);
    await message.ack();
  }
}

await Promise.all(Array.from({ length: workOnAtOnce }, work));
