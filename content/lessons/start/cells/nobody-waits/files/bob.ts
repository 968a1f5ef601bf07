import { setTimeout as sleep } from 'node:timers/promises';
import { sendInvoice } from './invoice.ts';

sendInvoice('bob, example.com'); // no await
console.log('the order of Bob is done');

await sleep(800);
console.log('the parcel of Bob is on its way');
