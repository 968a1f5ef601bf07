import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail } from '#course/shop';

const customers = ['ann', 'ben', 'cleo'];

async function sendInvoice(to: string) {
  // Writing it takes 0.1 to 1 second.
  await sleep(100 + Math.random() * 900);
  await sendMail(to, 'Your invoice');
}

for (const customer of customers) {
  sendInvoice(customer);
}

console.log('all invoices are sent');
process.exit(0);
