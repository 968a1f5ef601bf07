import { createServer } from 'node:http';
import { encodeVideo } from './work.ts';

createServer((_request, response) => {
  // No await: the work goes on in the memory of this process.
  void encodeVideo('order-1');
  response.end('Thank you for order-1');
}).listen(8081);
