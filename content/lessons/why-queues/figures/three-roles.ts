/** Producer, queue, consumer: who holds an order, drawn from the run with the queue between the shop and payments. */
import type { Figure } from '../../../figure.ts';

export const figure: Figure = {
  title: 'Producer, queue, consumer',
  cell: 'through-a-queue',
  frames: [
    {
      at: { on: 'messageStored', text: 'order-1' },
      said: 'The producer, here the shop, puts a message in. As soon as the queue has it, the producer is free again.',
    },
    {
      at: { on: 'messageStored', text: 'order-10' },
      said: 'The queue keeps the messages in order. The consumer stands still at this moment; the producer does not see it.',
    },
    {
      at: { on: 'messageDelivered', text: 'order-10' },
      said: 'The consumer, here payments, takes one when it has time. The queue remembers who has it.',
    },
    {
      at: { on: 'messageAcked', text: 'order-10' },
      said: 'The consumer says that the work is done. Only now does the queue forget the message.',
    },
  ],
};
