import { connect } from '#course/broker';

let broker = await connect();

/** Sends the order until the server has said that it has it. */
async function publish(order: string): Promise<void> {
  while (true) {
    try {
      await broker.queue<string>('orders').publish(order);
      return;
    } catch {
      console.log(`no answer for ${order}, sending it again`);
      broker = await connect();
    }
  }
}

for (let number = 1; number <= 10; number += 1) {
  await publish(`order-${number}`);
}
console.log('put 10 orders');

await broker.close();
