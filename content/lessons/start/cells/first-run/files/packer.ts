import { setTimeout as sleep } from 'node:timers/promises';

let packed = 0;

while (packed < 3) {
  const seconds = 4 + Math.floor(Math.random() * 5);
  await sleep(seconds * 1000);
  packed += 1;
  console.log(`packed parcel ${packed} in ${seconds} s`);
}

console.log('goes home');
