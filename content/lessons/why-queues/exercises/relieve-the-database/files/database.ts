import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertOnce } from '#course/shop';

const prices: Record<string, number> = { lamp: 1999, sofa: 89_900, chair: 4999 };

// Two queries at a time, 100 ms each. Whoever is third waits.
const lines = [Promise.resolve(), Promise.resolve()];

createServer((request, response) => {
  lines.push(query(lines.shift()));

  async function query(before?: Promise<void>): Promise<void> {
    await before;
    await sleep(100);
    const [what = '', name = '', cents = ''] = String(request.url).slice(1).split('/');
    if (what === 'price') {
      response.end(String(prices[name]));
    } else {
      await insertOnce('orders', name, Number(cents));
      response.end('stored');
    }
  }
}).listen(5000);
