import type { Way, Work } from './work.ts';

export const ways: Record<Work, Way> = {
  login: 'call', // a customer logs in
  price: 'call', // the price on the page of an article
  reserve: 'queue', // the last pieces, at the checkout
  mail: 'queue', // the welcome mail after signing up
  video: 'queue', // a film is made smaller, which takes 3 s
  settle: 'queue', // at night, all orders of the day at once
};
