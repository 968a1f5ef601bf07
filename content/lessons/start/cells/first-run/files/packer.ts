import { setTimeout as sleep } from 'node:timers/promises';

const name = process.env.NAME;
let packed = 0;

while (packed < 3) {
  const seconds = 4 + Math.floor(Math.random() * 5);
  await sleep(seconds * 1000);
  packed += 1;
  console.log(`${name} packed parcel ${packed}. It took ${seconds} s.`);
}

console.log(`${name} goes home.`);
