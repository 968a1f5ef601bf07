import { setTimeout as sleep } from 'node:timers/promises';

for (const visitor of ['ann', 'ben', 'cleo']) {
  try {
    const response = await fetch(`http://localhost:8080/${visitor}`);
    console.log(`${visitor} was told: ${await response.text()}`);
  } catch {
    console.log(`${visitor} got no answer`);
  }
  await sleep(300);
}
