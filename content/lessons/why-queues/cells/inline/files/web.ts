import { createServer } from 'node:http';
import { encodeVideo, sendThanks, settle } from './work.ts';

createServer(async (_request, response) => {
  await settle('order-1');
  await encodeVideo('order-1');
  await sendThanks('order-1');
  response.end('Thank you');
}).listen(8080);
