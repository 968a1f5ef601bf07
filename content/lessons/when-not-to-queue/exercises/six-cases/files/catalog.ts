import { insertRow } from '#course/shop';
import { offer } from './offer.ts';

let left = 2; // pieces

const prices = offer('price', 8082, async (article) => `59 euros for ${article}.`);
const reservations = offer('reserve', 8083, async (customer) => {
  if (left === 0) return 'Sold out.';
  left -= 1;
  await insertRow('reserved', customer, { pieces: 1 });
  return 'It is yours.';
});

await Promise.all([prices, reservations]);
