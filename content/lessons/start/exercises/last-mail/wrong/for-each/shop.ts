import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail } from '#course/shop';

const customers = ['ann', 'ben', 'cleo'];

async function sendInvoice(to: string) {
  // Writing takes 0.1 seconds or more: nobody knows how long.
  await sleep(100 / Math.random());
  await sendMail(to, 'Your invoice');
}

customers.forEach(async (customer) => {
  await sendInvoice(customer);
});

console.log('all invoices are sent');
process.exit(0);
