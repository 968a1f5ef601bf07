import { setTimeout as sleep } from 'node:timers/promises';

/** Asks the shop and waits a second at most. */
async function ask(what: string): Promise<void> {
  try {
    const signal = AbortSignal.timeout(1000);
    const response = await fetch(`http://localhost:8080/${what}`, { signal });
    console.log(`${what}: ${await response.text()}`);
  } catch {
    console.log(`${what}: gave up after a second`);
  }
}

await ask('login/ann');
await ask('price/shoes');
for (const customer of ['ann', 'ben', 'cleo']) await ask(`reserve/${customer}`); // two pieces are left
await ask('mail/dora'); // dora has just signed up
await ask('mail/emil');
await ask('video/shoes'); // a supplier uploads a film about the shoes

await sleep(1000); // night falls, and all orders of the day are settled
await Promise.all(Array.from({ length: 12 }, (_, index) => ask(`settle/order-${index + 1}`)));
