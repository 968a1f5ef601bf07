import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { charge } from '#course/shop';

let lastOne: Promise<void> = Promise.resolve();

// One order at a time: each waits for the one before it.
createServer((request, response) => {
  const order = String(request.url).slice(1);
  lastOne = lastOne.then(async () => {
    await sleep(200);
    await charge(order, 1999);
    response.end('paid');
  });
}).listen(8080);
