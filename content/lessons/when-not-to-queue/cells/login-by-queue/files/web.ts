import { createServer, type ServerResponse } from 'node:http';
import { connect } from '#course/broker';

interface Answer {
  readonly id: number;
  readonly text: string;
}

const broker = await connect();
const logins = broker.queue('logins');
const waiting = new Map<number, ServerResponse>(); // who waits for what
let nextId = 1;

createServer(async (request, response) => {
  const customer = new URL(request.url ?? '', 'http://web').searchParams.get('customer');
  const id = nextId;
  nextId += 1;
  waiting.set(id, response);
  await logins.publish({ id, customer });
}).listen(8080);

for await (const message of broker.queue<Answer>('answers').consume()) {
  const { id, text } = message.body;
  waiting.get(id)?.end(text);
  waiting.delete(id);
  await message.ack();
}
