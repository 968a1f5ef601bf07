import { createServer } from 'node:http';
import { connect } from '#course/broker';

const broker = await connect();
const videos = broker.queue<string>('videos');

createServer(async (_request, response) => {
  // Waits only until the queue has it, not for the work.
  await videos.publish('order-2');
  response.end('Thank you for order-2');
}).listen(8082);
