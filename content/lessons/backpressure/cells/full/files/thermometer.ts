import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from './queue.ts';

interface Reading {
  number: number;
  at: number;
}

// The switch: block, reject, dropNewest, dropOldest or spill.
const readings = openQueue<Reading>('readings', 'dropOldest');

// The cold store is measured every 50 ms.
async function measure(): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    try {
      await readings.put({ number, at: Date.now() });
    } catch {
      console.log(`${number} was refused`);
    }
    await sleep(50);
  }
  console.log('last measurement');
  readings.close();
}

// The display needs 150 ms for each reading.
async function show(): Promise<void> {
  for await (const { number, at } of readings) {
    await sleep(150);
    const ageMs = Date.now() - at;
    console.log(`display: ${number}, ${ageMs} ms old`);
  }
}

await Promise.all([measure(), show()]);
