import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertRow } from '#course/shop';

// Two lines: two queries at a time. Whoever is third waits.
const lines = [Promise.resolve(), Promise.resolve()];
let done = 0;

createServer((request, response) => {
  lines.push(query(lines.shift()));

  async function query(before?: Promise<void>): Promise<void> {
    await before;
    await sleep(200);
    await insertRow('orders', String(request.url).slice(1), 'stored');
    response.end('stored');
    done += 1;
  }
}).listen(5000);

for (const workers of ['one worker', 'two workers', 'four workers']) {
  const before = done;
  await sleep(5000);
  console.log(`${workers}: ${done - before} orders in 5 s`);
}
