import { createServer } from 'node:http';
import { connect } from '#course/broker';

const ways: Record<string, 'call' | 'queue'> = {
  login: 'call', // a customer logs in
  price: 'call', // the price on the page of an article
  reserve: 'queue', // the last pieces, at the checkout
  mail: 'queue', // the welcome mail after signing up
  video: 'queue', // a film is made smaller, which takes 3 s
  settle: 'queue', // at night, all orders of the day at once
};

const ports: Record<string, number> = { login: 8081, price: 8082, reserve: 8083, mail: 8084, video: 8085, settle: 8086 };
const broker = await connect();

async function handOn(work: string, what: string): Promise<string> {
  if (ways[work] === 'queue') {
    await broker.queue(work).publish(what);
    return 'We will see to it.'; // nobody has done it yet
  }
  const response = await fetch(`http://localhost:${ports[work]}/${what}`);
  if (!response.ok) throw new Error(await response.text());
  return await response.text();
}

createServer(async (request, response) => {
  const [, work = '', what = ''] = (request.url ?? '').split('/');
  try {
    response.end(await handOn(work, what));
  } catch {
    response.end('Sorry, not now.');
  }
}).listen(8080);
