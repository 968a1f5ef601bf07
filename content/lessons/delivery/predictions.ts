/** What the reader answers before a run of this lesson, and what each wrong answer believes. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';

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
  {
    id: 'how-many-does-ben-pack',
    cell: 'fifo/two-packers',
    seed: 4,
    question:
      'Once more the two packers at one queue: Ann needs 500 ms for an order, Ben 300 ms. How many of the six orders does Ben pack?',
    options: [
      {
        id: '6',
        text: 'All six: each packer gets every order',
        wrong: {
          said: 'Then every order would be packed twice. A message of a queue goes to one consumer.',
          leaves: { on: 'console', text: 'Ann takes order-4' },
          ghost: 'order-4 is for Ben too',
        },
      },
      {
        id: '3',
        text: 'Three: they take turns',
        wrong: {
          said: 'Nobody keeps turns. Whoever is free takes the next order, and Ben is free more often.',
          leaves: { on: 'console', text: 'Ben takes order-5' },
          ghost: 'order-5 waits for Ann',
        },
      },
      { id: '4', text: 'Four' },
    ],
    answer: (trace) => `${linesAfter(trace, 'Ben packed ').length}`,
    because: 'Competing consumers share by being free, not by turns. The quicker one gets more, and no order is packed twice.',
  },
  {
    id: 'an-order-while-payments-stand-still',
    cell: 'why-queues/through-a-queue',
    seed: 5,
    question:
      'The shop puts orders into a queue, and payments stands still for five seconds. order-5 comes in the middle of that. What does this customer notice?',
    options: [
      {
        id: 'refused',
        text: 'The order fails, because nobody can charge it',
        wrong: {
          said: 'So it is with a direct call. Here the shop only needs the queue, and the queue is there.',
          leaves: { on: 'console', process: 'shop', text: 'order-5 is accepted' },
          ghost: 'order-5 fails',
        },
      },
      {
        id: 'waits',
        text: 'The customer waits until payments is back',
        wrong: {
          said: 'The publish is finished when the server has the message, not when somebody has worked on it.',
          leaves: { on: 'console', process: 'shop', text: 'order-5 is accepted' },
          ghost: 'order-5 hangs for some seconds',
        },
      },
      { id: 'nothing', text: 'Nothing: the order is accepted within some milliseconds, and charged later' },
    ],
    answer: (trace) => {
      const line = linesAfter(trace, 'order-5 is accepted after ')[0];
      if (line === undefined) return 'refused';
      return Number.parseInt(line, 10) > 1000 ? 'waits' : 'nothing';
    },
    because: 'The queue stands between the two. Whoever puts something in does not notice whether the one who takes it out is there.',
  },
];
