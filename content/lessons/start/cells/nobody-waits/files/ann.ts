import { sendInvoice } from './invoice.ts';

sendInvoice('ann@example.com'); // nobody awaits this promise
console.log('the order of Ann is done');
