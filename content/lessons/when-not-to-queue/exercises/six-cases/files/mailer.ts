import { sendMail } from '#course/shop';
import { offer } from './offer.ts';

await offer('mail', 8084, async (customer) => {
  await sendMail(customer, 'Welcome!');
  return 'Sent.';
});
