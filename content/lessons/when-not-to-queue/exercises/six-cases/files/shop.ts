import { createServer } from 'node:http';
import { connect } from '#course/broker';
import { ways } from './decide.ts';
import { ports, type Work } from './work.ts';

const broker = await connect();

async function handOn(work: Work, what: string): Promise<string> {
  if (ways[work] === 'queue') {
    await broker.queue(work).publish(what);
    return 'We will see to it.'; // nobody has done it yet
  }
  const response = await fetch(`http://localhost:${ports[work]}/${what}`);
  if (!response.ok) throw new Error(await response.text());
  return await response.text();
}

createServer(async (request, response) => {
  const [, work, what = ''] = (request.url ?? '').split('/');
  try {
    response.end(await handOn(work as Work, what));
  } catch {
    response.end('Sorry, not now.');
  }
}).listen(8080);
