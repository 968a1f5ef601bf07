import { sendMail } from '#course/shop';
import { offer } from './offer.ts';

await offer('mail', async (customer) => {
  await sendMail(customer, 'Welcome!');
  return 'Sent.';
});
