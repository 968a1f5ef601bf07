import { sendInvoice } from './invoice.ts';

sendInvoice('cleo@example.com'); // no await
console.log('the order of Cleo is done');

process.exit(0); // the shop closes for today
