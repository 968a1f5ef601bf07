import { setTimeout as sleep } from 'node:timers/promises';

async function pay(order: string): Promise<void> {
  // Gives up after two seconds: fetch() fails.
  const signal = AbortSignal.timeout(2000);
  await fetch(`http://localhost:8080/${order}`, { method: 'POST', signal });
}

async function placeOrder(order: string): Promise<void> {
  const started = Date.now();
  try {
    await pay(order).catch(() => pay(order));
    console.log(`${order} is paid after ${Date.now() - started} ms`);
  } catch {
    console.log(`${order} FAILED, twice`);
  }
}

// A customer every half second, whatever became of the last.
for (let number = 1; number <= 16; number += 1) {
  void placeOrder(`order-${number}`);
  await sleep(500);
}
