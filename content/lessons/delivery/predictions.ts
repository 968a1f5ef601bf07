/** What the reader answers before a run of this lesson, and what each wrong answer believes. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'dlv-three-gaps',
    cell: 'three-gaps',
    question:
      'worker-1 dies after it took order-1, before the mail. worker-2 dies after its mail for order-2, before the ack. How many mails do the two buyers get?',
    options: [
      {
        id: '0 and 1',
        text: 'Buyer of order-1: none. Buyer of order-2: one.',
        wrong: {
          said: 'It is natural to think that a message is gone from the queue once it was taken. But taking is not finishing: without an ack the server keeps it, and delivers it again.',
          leaves: { on: 'messageRequeued', text: 'order-1' },
          ghost: 'order-1 is gone with worker-1',
        },
      },
      {
        id: '1 and 1',
        text: 'One each.',
        wrong: {
          said: 'It would be nice if the server knew that the mail for order-2 is out. It knows only what it is told, and nobody told it: the ack is missing in both cases.',
          leaves: { on: 'messageRequeued', text: 'order-2' },
          ghost: 'order-2 counts as done',
        },
      },
      { id: '1 and 2', text: 'Buyer of order-1: one. Buyer of order-2: two.' },
    ],
    answer: (trace) => {
      const mails = (order: string) => eventsOf(trace, 'effect').filter(({ detail }) => detail.key === `buyer of ${order}`).length;
      return `${mails('order-1')} and ${mails('order-2')}`;
    },
    because:
      'Both orders are delivered again, because both acks are missing. For order-1 nothing had happened yet, so the second delivery is a rescue. For order-2 the work was done, so it is a duplicate. The server cannot tell one from the other.',
  },
  {
    id: 'dlv-two-lines',
    cell: 'two-lines',
    question:
      'The worker dies between line A and line B with order-2 in its hands. 300 ms later it is started again. How often is order-2 charged?',
    options: [
      {
        id: '0',
        text: 'Never.',
      },
      {
        id: '1',
        text: 'Once. The worker goes on where it was, or the server sends the order again.',
        wrong: {
          said: 'A restarted program begins with its first line; it does not go on. And the server does not decide alone how often an order is worked on: it was told "done" before the work, so it has nothing left to send.',
          leaves: { on: 'processRestarted', process: 'worker' },
          ghost: 'order-2 is charged after the restart',
        },
      },
      {
        id: '2',
        text: 'Twice.',
        wrong: {
          said: 'Twice is what happens when the lines stand the other way round. Here the ack comes first, so order-2 is never sent again.',
          leaves: { on: 'processRestarted', process: 'worker' },
          ghost: 'order-2 comes again and is charged again',
        },
      },
    ],
    answer: (trace) => `${eventsOf(trace, 'effect').filter(({ detail }) => detail.key === 'order-2').length}`,
    because: 'The ack was the first line and the charge the second. A crash between them leaves an order that nobody has and nobody paid.',
  },
  {
    id: 'dlv-lost-ack',
    cell: 'lost-ack',
    question: 'No process dies. Only the ack for order-2 gets lost on its way to the server. How much is done for order-2?',
    options: [
      {
        id: '1 row, 1 mail',
        text: 'One reservation, one mail.',
        wrong: {
          said: 'Without a crash everything looks safe. But a network can lose an ack just as well. The server then has to choose between "maybe twice" and "maybe never", and it chooses twice.',
          leaves: { on: 'messageRequeued', text: 'order-2' },
          ghost: 'order-2 is finished here',
        },
      },
      {
        id: '2 rows, 2 mails',
        text: 'Two reservations, two mails.',
        wrong: {
          said: 'The order does come twice, that is right. But insertOnce looks for a row with this key and adds it, in one step. The second time there is one, so nothing is added.',
          leaves: { on: 'effect', text: 'buyer of order-2', nth: 2 },
          ghost: 'a second row for order-2',
        },
      },
      { id: '1 row, 2 mails', text: 'One reservation, two mails.' },
    ],
    answer: (trace) => {
      const times = (key: string) => eventsOf(trace, 'effect').filter(({ detail }) => detail.key === key).length;
      const rows = times('reservations/order-2');
      const mails = times('buyer of order-2');
      return `${rows} row${rows === 1 ? '' : 's'}, ${mails} mail${mails === 1 ? '' : 's'}`;
    },
    because:
      'The order is delivered twice and the worker does all of its work twice. One part of the work does not mind: the row has a key. The other part does.',
  },
];
