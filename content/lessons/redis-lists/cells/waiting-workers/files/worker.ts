import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const redis = new Redis();

while (true) {
  console.log('asks for a mail');
  // The answer is [list, mail], or null after 2 seconds.
  const taken = await redis.brpop('mails', 2);
  if (taken === null) break;
  const [, mail] = taken;
  console.log(`got ${mail}`);
  await sleep(500); // writes it
  console.log(`sent ${mail}`);
}

console.log('no mail for 2 seconds, going home');
await redis.quit();
