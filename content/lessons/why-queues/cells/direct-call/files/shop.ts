import { setTimeout as sleep } from 'node:timers/promises';

let open = 0;

async function placeOrder(order: string): Promise<void> {
  const started = Date.now();
  open += 1;
  try {
    await fetch(`http://localhost:8080/${order}`, { method: 'POST' });
    console.log(`${order} is paid after ${Date.now() - started} ms, open now: ${open}`);
  } catch {
    console.log(`${order} FAILED: payments does not answer`);
  }
  open -= 1;
}

// A customer every half second, whatever became of the last.
for (let number = 1; number <= 24; number += 1) {
  void placeOrder(`order-${number}`);
  await sleep(500);
}
