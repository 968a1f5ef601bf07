/** One queue: each message goes to one of its consumers. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Point to point: one message, one consumer',
  cell: 'one-queue',
  frames: [
    { at: { on: 'messageStored', text: 'order-1' }, said: 'One queue, two consumers, one message.' },
    { at: { on: 'messageDelivered', text: 'order-1' }, said: 'One of the two has it. For the other it was never there.' },
  ],
};
