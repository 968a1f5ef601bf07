import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail } from '#course/shop';

export async function sendInvoice(to: string) {
  await sleep(500); // writes the invoice
  if (!to.includes('@')) throw new Error(`no address: ${to}`);
  await sendMail(to, 'Your invoice');
  console.log(`invoice sent to ${to}`);
}
