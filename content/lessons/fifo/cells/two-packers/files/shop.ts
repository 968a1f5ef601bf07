import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

async function pack(packer: string, ms: number) {
  // until the queue is closed and empty
  for await (const order of orders) {
    console.log(`${packer} takes ${order}`);
    await sleep(ms);
    console.log(`${packer} packed ${order}`);
  }
}

for (let number = 1; number <= 6; number += 1) {
  await orders.put(`order-${number}`);
}
orders.close(); // no more orders today

await Promise.all([pack('Ann', 500), pack('Ben', 300)]);
