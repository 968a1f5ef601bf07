import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail } from '#course/shop';

export async function sendInvoice(to: string): Promise<void> {
  await sleep(500); // the invoice is being written
  if (!to.includes('@')) throw new Error(`"${to}" is no address`);
  await sendMail(to, 'Your invoice');
  console.log(`invoice sent to ${to}`);
}
