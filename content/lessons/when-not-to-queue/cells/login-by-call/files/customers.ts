import { setTimeout as sleep } from 'node:timers/promises';

async function logIn(customer: string): Promise<void> {
  const start = Date.now();
  const after = () => `after ${Date.now() - start} ms`;
  try {
    const response = await fetch(`http://localhost:8080/login?customer=${customer}`, { signal: AbortSignal.timeout(1000) });
    console.log(`${customer} sees "${await response.text()}" ${after()}`);
  } catch {
    console.log(`${customer} has had enough of waiting ${after()}`);
  }
}

await Promise.all(['ann', 'cleo', 'dora', 'emil'].map(logIn)); // a sale begins: four at once
await sleep(500);
await logIn('ben');
