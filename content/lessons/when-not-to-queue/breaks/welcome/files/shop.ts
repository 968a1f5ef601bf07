import { createServer } from 'node:http';
import { connect } from '#course/broker';
import { insertRow, rows } from '#course/shop';

const broker = await connect();
const welcome = broker.queue<string>('welcome');

createServer(async (request, response) => {
  const customer = (request.url ?? '/').slice(1);
  await insertRow('customers', customer, {});
  response.end('You are signed up.'); // no wait for a mail

  const number = (await rows('customers')).length;
  console.log(`${customer} is customer number ${number}`);
  await welcome.publish(customer);
}).listen(8080);
