import { sendInvoice } from './invoice.ts';

sendInvoice('ann@example.com'); // no await
console.log('the order of Ann is done');
