import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const MEMORY_MB = 100; // what this process may use
const VIDEO_MB = 10; // what one video needs until it is encoded
let usedMb = 0;

const videos = new Queue<{ name: string; cameAt: number }>('videos');

// Customers send a video every 200 ms.
async function receive(): Promise<void> {
  for (let number = 1; number <= 40; number += 1) {
    usedMb += VIDEO_MB;
    if (usedMb > MEMORY_MB) throw new Error(`out of memory: ${usedMb} MB of ${MEMORY_MB}`);
    await videos.put({ name: `video-${number}`, cameAt: Date.now() });
    await sleep(200);
  }
  videos.close();
}

// One video is encoded in 300 ms.
async function encode(): Promise<void> {
  for await (const { name, cameAt } of videos) {
    console.log(`${name} waited ${Date.now() - cameAt} ms, ${videos.size} wait behind it`);
    await sleep(300);
    usedMb -= VIDEO_MB;
  }
}

await Promise.all([receive(), encode()]);
console.log('all videos are encoded');
