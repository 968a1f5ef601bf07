import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail } from '#course/shop';

const customers = ['ann@example.com', 'ben@example.com', 'cleo@example.com'];

async function sendInvoice(to: string): Promise<void> {
  await sleep(100 + Math.random() * 900); // the invoice is being written
  await sendMail(to, 'Your invoice');
}

customers.forEach(async (customer) => {
  await sendInvoice(customer);
});

console.log('all invoices are sent');
process.exit(0);
