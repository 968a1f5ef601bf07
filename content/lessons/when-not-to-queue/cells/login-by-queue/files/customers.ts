import { setTimeout as sleep } from 'node:timers/promises';

async function logIn(customer: string): Promise<void> {
  const start = Date.now();
  const after = () => `after ${Date.now() - start} ms`;
  try {
    const signal = AbortSignal.timeout(1000); // patience
    const url = `http://localhost:8080/login?customer=${customer}`;
    const response = await fetch(url, { signal });
    console.log(`${customer} sees "${await response.text()}" ${after()}`);
  } catch {
    console.log(`${customer} has had enough of waiting ${after()}`);
  }
}

// A sale begins: four at once.
await Promise.all(['ann', 'cleo', 'dora', 'emil'].map(logIn));
await sleep(500);
await logIn('ben');
