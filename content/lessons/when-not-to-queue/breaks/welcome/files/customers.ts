import { setTimeout as sleep } from 'node:timers/promises';

for (const customer of ['ann', 'ben', 'cleo']) {
  try {
    const response = await fetch(`http://localhost:8080/${customer}`);
    console.log(`${customer} was told: ${await response.text()}`);
  } catch {
    console.log(`${customer} got no answer`);
  }
  await sleep(300);
}
