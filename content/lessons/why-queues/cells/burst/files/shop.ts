import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue<{ id: string; at: number }>('orders');

let number = 0;
function placeOrder(): Promise<string> {
  number += 1;
  return orders.publish({ id: `order-${number}`, at: Date.now() });
}

/** One order every 200 ms: five in a second. */
async function quietHours(seconds: number): Promise<void> {
  for (let order = 1; order <= seconds * 5; order += 1) {
    await placeOrder();
    await sleep(200);
  }
}

await quietHours(4);

const started = Date.now();
await Promise.all(Array.from({ length: 200 }, placeOrder));
console.log(`the shop is on television: 200 orders accepted in ${Date.now() - started} ms`);

await quietHours(16);
await broker.close();
