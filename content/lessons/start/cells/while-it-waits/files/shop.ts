import { setTimeout as sleep } from 'node:timers/promises';

async function pack(parcel: string, ms: number) {
  console.log(`parcel ${parcel}: start`);
  await sleep(ms); // the label is printed
  console.log(`parcel ${parcel}: done`);
}

const a = pack('A', 2000);
const b = pack('B', 1000);
console.log('both are started');

await a;
console.log('A is done, I can go on');
await b;
console.log('the shop closes');
