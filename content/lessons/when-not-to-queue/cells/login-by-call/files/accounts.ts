import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

createServer(async (request, response) => {
  const customer = new URL(request.url ?? '', 'http://accounts').searchParams.get('customer');
  await sleep(60); // asks the database
  console.log(`checked the password of ${customer}`);
  response.end(`Hello ${customer}`);
}).listen(8081);
