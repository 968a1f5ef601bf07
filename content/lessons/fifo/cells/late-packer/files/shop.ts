import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');

async function pack(packer: string) {
  let count = 0;
  for await (const order of orders) {
    console.log(`${packer} takes ${order}`);
    await sleep(300);
    count += 1;
  }
  console.log(`${packer} packed ${count} in all`);
}

for (let number = 1; number <= 4; number += 1) {
  await orders.put(`order-${number}`);
}
orders.close();

await Promise.all([pack('Ann'), pack('Ben')]);
console.log('Cleo comes in and reads the same queue');
await pack('Cleo');
