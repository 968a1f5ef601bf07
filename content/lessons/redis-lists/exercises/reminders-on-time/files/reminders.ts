/** When the buyer of an order is to be reminded: so many milliseconds after the start of the shop. */
export const reminders = [
  { order: 'order-1', afterMs: 2600 },
  { order: 'order-2', afterMs: 1500 },
  { order: 'order-3', afterMs: 2000 },
  { order: 'order-4', afterMs: 1500 },
  { order: 'order-5', afterMs: 3100 },
];
