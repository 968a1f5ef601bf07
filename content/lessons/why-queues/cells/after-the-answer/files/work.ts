import { setTimeout as sleep } from 'node:timers/promises';
import { insertRow } from '#course/shop';

export async function encodeVideo(order: string): Promise<void> {
  await sleep(2000);
  await insertRow('videos', order, 'encoded');
  console.log(`the video of ${order} is encoded`);
}
