import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from '#course/queue';

const MEMORY_MB = 100; // what this process may use
const VIDEO_MB = 10; // what a video needs until it is encoded
let usedMb = 0;

interface Video {
  name: string;
  cameAt: number;
}

const videos = new Queue<Video>('videos');

// Customers send a video every 200 ms.
async function receive(): Promise<void> {
  for (let number = 1; number <= 40; number += 1) {
    usedMb += VIDEO_MB;
    if (usedMb > MEMORY_MB) throw new Error('out of memory');
    const name = `video-${number}`;
    await videos.put({ name, cameAt: Date.now() });
    await sleep(200);
  }
  videos.close();
}

// One video is encoded in 300 ms.
async function encode(): Promise<void> {
  for await (const { name, cameAt } of videos) {
    const waitedMs = Date.now() - cameAt;
    console.log(`${name} waited ${waitedMs} ms`);
    await sleep(300);
    usedMb -= VIDEO_MB;
  }
}

await Promise.all([receive(), encode()]);
console.log('all videos are encoded');
