import { setTimeout as sleep } from 'node:timers/promises';
import { charge, insertRow, sendMail } from '#course/shop';

/** Takes the money. The bank needs a while. */
export async function settle(order: string): Promise<void> {
  await sleep(700);
  await charge(order, 1999);
}

/** Makes the video greeting small enough for a phone. */
export async function encodeVideo(order: string): Promise<void> {
  await sleep(2000);
  await insertRow('videos', order, 'encoded');
}

export async function sendThanks(order: string): Promise<void> {
  await sleep(300);
  await sendMail('ada@example.org', `Thank you for ${order}`);
}
