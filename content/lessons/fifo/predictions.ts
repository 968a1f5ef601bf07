/** What the reader is asked before the runs of this lesson, and again about earlier ones. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'ready-first',
    cell: 'two-packers',
    question: 'Six orders are in a first-in, first-out queue. Ann needs 500 ms for an order, Ben 300 ms. Which order is ready first?',
    options: [
      {
        id: 'order-1',
        text: 'order-1: first in, first out',
        wrong: {
          said: "order-1 was the first out of the queue. But then it lay on Ann's table for 500 ms, and the queue has no say over what happens on a table.",
          leaves: { on: 'console', text: 'Ben packed order-2' },
          ghost: 'order-1 is ready',
        },
      },
      { id: 'order-2', text: 'order-2: Ben takes it next, and he is quicker' },
      {
        id: 'order-3',
        text: 'order-3: Ben begins only when Ann has taken two',
        wrong: {
          said: 'The packers do not share the queue out beforehand. Whoever is free takes the oldest order that is left.',
          leaves: { on: 'console', text: 'Ben takes order-2' },
          ghost: 'Ben takes order-3',
        },
      },
    ],
    answer: (trace) =>
      eventsOf(trace, 'console')
        .find(({ detail }) => detail.text.includes('packed'))
        ?.detail.text.split(' ')[2] ?? 'none',
    because:
      'The queue promises the order in which messages are taken. With more than one taker it promises nothing about the order in which they are finished.',
  },
  {
    id: 'what-is-left-for-cleo',
    cell: 'late-packer',
    question: 'Ann and Ben pack four orders. Then Cleo reads the same queue. How many orders does she pack?',
    options: [
      {
        id: '4',
        text: 'Four: every reader of a queue sees every message',
        wrong: {
          said: 'So it is with a newspaper, or a group chat. A queue is more like a pile of slips in a kitchen: the cook who takes a slip has it, and nobody else.',
          leaves: { on: 'console', text: 'Cleo packed' },
          ghost: 'Cleo takes order-1',
        },
      },
      {
        id: '2',
        text: 'Two: the queue shares its orders out among all who read it',
        wrong: {
          said: 'A queue keeps nothing back for somebody who may come. What Ann and Ben could take they took.',
          leaves: { on: 'messageDelivered', text: 'order-3' },
          ghost: 'order-3 is kept for Cleo',
        },
      },
      { id: '0', text: 'None: what was taken is gone' },
    ],
    answer: (trace) => linesAfter(trace, 'Cleo packed ')[0]?.split(' ')[0] ?? 'none',
    because: 'Each message goes to one consumer, and once it is taken the queue does not have it any more.',
  },
  {
    id: 'how-many-get-packed',
    cell: 'two-servers',
    question:
      'A program on server 1 puts an order into the queue "orders" every 300 ms, until it crashes. On server 2 the packer reads the queue "orders". What gets packed?',
    options: [
      {
        id: 'four',
        text: 'The four orders that were in the queue before the crash',
        wrong: {
          said: '"It is in the queue, so it is safe" is true if the queue is in a safe place. This one is in the memory of a process that dies.',
          leaves: { on: 'processCrashed', process: 'web' },
          ghost: 'four orders still wait',
        },
      },
      {
        id: 'some',
        text: 'Those that the packer could take before the crash: it is the same queue',
        wrong: {
          said: "The name is the same, the queue is not. `new Queue('orders')` makes a new queue in the memory of the process that calls it.",
          leaves: { on: 'console', process: 'packer', text: 'I find' },
          ghost: 'the packer sees two orders',
        },
      },
      { id: 'none', text: 'Nothing' },
    ],
    answer: (trace) => {
      const packed = linesAfter(trace, 'packed ').length;
      return packed === 0 ? 'none' : packed === 4 ? 'four' : 'some';
    },
    because:
      'Memory belongs to one process. No other program reaches it, and a crash empties it. Both together make such a queue useless between two servers.',
  },
  {
    id: 'when-does-it-close',
    cell: 'start/while-it-waits',
    seed: 9,
    question: "pack('A', 2000) and pack('B', 1000) are called, and only then are both awaited: A, then B. When does the shop close?",
    options: [
      {
        id: 'sum',
        text: 'After 3 seconds: 2 for A, then 1 for B',
        wrong: {
          said: 'It would be so with an await at each call. Here both calls were made first, and they waited at the same time.',
          leaves: { on: 'console', text: 'the shop closes' },
          ghost: 'B is still waiting',
        },
      },
      { id: 'longest', text: 'After 2 seconds' },
      {
        id: 'shortest',
        text: 'After 1 second: when the first one is done',
        wrong: {
          said: 'B is done after a second. But the shop stands at "await a", and A needs two.',
          leaves: { on: 'console', text: 'parcel B: done' },
          ghost: 'the shop closes',
        },
      },
    ],
    answer: (trace) => {
      const closes = eventsOf(trace, 'console').find(({ detail }) => detail.text === 'the shop closes');
      const seconds = Math.round((closes?.atMicros ?? 0) / 1_000_000);
      return seconds === 3 ? 'sum' : seconds === 2 ? 'longest' : 'shortest';
    },
    because:
      'Calls that wait at the same time take as long as the longest. Ann and Ben pack in the same way, in one process, with Promise.all.',
  },
  {
    id: 'thanked-and-forgotten',
    cell: 'why-queues/after-the-answer',
    seed: 3,
    question:
      'web-promise thanks Ada for order-1, starts the video with "void encodeVideo(…)", crashes before it is ready, and starts again. What becomes of this video?',
    options: [
      {
        id: 'goes-on',
        text: 'web-promise encodes it after the restart',
        wrong: {
          said: 'It would if it remembered. The promise was in its memory, as the orders of this lesson were in the memory of web.',
          leaves: { on: 'processRestarted', process: 'web-promise' },
          ghost: 'the video of order-1 goes on',
        },
      },
      {
        id: 'worker',
        text: 'The worker encodes it: it is there for videos',
        wrong: {
          said: 'The worker gets what is in its queue on the server. Nobody ever put order-1 there.',
          leaves: { on: 'effect', process: 'worker' },
          ghost: 'the video of order-1 is encoded',
        },
      },
      { id: 'never', text: 'It is never encoded, and nobody notices' },
    ],
    answer: (trace) => {
      const encoded = eventsOf(trace, 'effect').find(({ detail }) => detail.key === 'videos/order-1');
      return encoded === undefined ? 'never' : encoded.process === 'worker' ? 'worker' : 'goes-on';
    },
    because: 'A promise in memory and a queue in memory end in the same way. What must survive goes to a server before you say thank you.',
  },
];
