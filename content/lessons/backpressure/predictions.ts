/** What the reader answers before a run of this lesson, and two questions about earlier ones. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-long-does-a-video-wait',
    cell: 'unbounded',
    question: 'Every 200 ms a video comes in. Encoding takes 300 ms. The queue takes as many as you like. How long does a video wait?',
    options: [
      {
        id: 'same',
        text: 'About as long as the others: the queue evens it out',
        wrong: {
          said: 'A queue evens out a burst, because after a burst there is time to catch up. Here there never is: in each second five come and three go.',
          leaves: { on: 'messageDelivered', text: 'video-6"' },
          ghost: 'video-6 waits as long as video-2',
        },
      },
      {
        id: 'longer, none lost',
        text: 'Longer and longer. But without a limit no video gets lost',
        wrong: {
          said: 'No limit in the queue is not the same as no limit. The memory has one, and when it is reached all that waits is lost at once.',
          leaves: { on: 'processCrashed', process: 'shop' },
          ghost: 'all 40 videos get encoded in the end',
        },
      },
      { id: 'longer, then lost', text: 'Longer and longer, until the process dies with all that wait' },
    ],
    answer: (trace) => {
      const waitsMs = linesAfter(trace, 'video-').map((line) => Number(/waited (\d+) ms/.exec(line)?.[1]));
      if ((waitsMs.at(-1) ?? 0) < 500) return 'same';
      return eventsOf(trace, 'processCrashed').length > 0 ? 'longer, then lost' : 'longer, none lost';
    },
    because:
      'More comes in than goes out, so every video finds a longer queue than the one before it. Only the memory decides when that ends.',
  },
  {
    id: 'two-full-queues',
    cell: 'full',
    question:
      'Twelve orders and twelve readings come three times as fast as they can be handled. Each queue has room for three. A full queue of orders blocks, a full queue of readings drops the oldest. How many orders are charged, and how many readings are shown?',
    options: [
      {
        id: '12 and 12',
        text: 'All of both: a queue keeps what it was given',
        wrong: {
          said: 'The orders are all kept, at the price of waiting. The thermometer does not wait, so what has no room must go somewhere. It is thrown away.',
          leaves: { on: 'messageDropped', process: 'thermometer' },
          ghost: 'this reading waits its turn',
        },
      },
      {
        id: 'some and some',
        text: 'Some of both: what does not fit is lost',
        wrong: {
          said: 'A full queue need not lose anything. It can make the producer wait: then less comes in.',
          leaves: { on: 'messageStored', process: 'orders', text: 'order-6' },
          ghost: 'order-6 is lost',
        },
      },
      { id: '12 and some', text: 'All orders, and some of the readings' },
    ],
    answer: (trace) => {
      const words = (count: number) => (count === 12 ? '12' : 'some');
      const charged = eventsOf(trace, 'effect').filter(({ detail }) => detail.effect === 'charge').length;
      return `${words(charged)} and ${words(linesAfter(trace, 'display: ').length)}`;
    },
    because:
      'Both queues are equally full and do the opposite. Each does the right thing for what is in it: every order counts, and of the readings only the newest one does.',
  },
  {
    id: 'when-is-the-camera-done',
    cell: 'chain',
    question:
      'The camera has its 80 pieces in 400 ms. The archive needs 2 s to store them. Between them is a relay that only passes on. Nobody tells the camera to slow down. When has it sent its film?',
    options: [
      {
        id: 'at once, all kept',
        text: 'After 400 ms. What is not stored yet waits in the relay',
        wrong: {
          said: 'This is how it would be if every write succeeded at once. But the buffer of a socket is small. When it is full, write says so, and a camera that listens has to wait.',
          leaves: { on: 'console', process: 'camera', text: 'the camera stops' },
          ghost: 'the camera goes on sending',
        },
      },
      {
        id: 'at once, some lost',
        text: 'After 400 ms. Some pieces are lost on the way',
        wrong: {
          said: 'TCP does not drop what a slow reader has not read. It holds back the sender instead.',
          leaves: { on: 'console', process: 'camera', text: 'the camera stops' },
          ghost: 'piece 26 is lost',
        },
      },
      { id: 'late', text: 'Much later: it is stopped again and again, and works as slowly as the archive' },
    ],
    answer: (trace) => {
      const sent = eventsOf(trace, 'console').find(({ detail }) => detail.text === 'all pieces are sent');
      if (sent !== undefined && sent.atMicros > 1_000_000) return 'late';
      return linesAfter(trace, 'stored ').at(-1) === '640 KB' ? 'at once, all kept' : 'at once, some lost';
    },
    because:
      'Each reader takes only what it has room for, and each writer waits for its reader. So the slowness of the last one travels up the chain, step by step, to the first.',
  },
  {
    id: 'a-mail-behind-a-video',
    cell: 'video',
    question:
      'Two videos of 600 KB go through the queue "videos", and a mail of a few bytes every 100 ms through the queue "mails", all over one connection. How long is the slowest mail on its way?',
    options: [
      {
        id: 'quick',
        text: 'A few milliseconds: the videos are in another queue',
        wrong: {
          said: 'The two queues are apart, that is true. The wire is not: bytes leave one after the other, and a mail behind a video waits for all of it.',
          leaves: { on: 'console', process: 'mailer', text: 'order-1' },
          ghost: 'the mail is there after 5 ms',
        },
      },
      { id: 'slow', text: 'Some hundred milliseconds, when a video is in front of it' },
    ],
    answer: (trace) => {
      const waysMs = linesAfter(trace, 'mail for').map((line) => Number(/took (\d+) ms/.exec(line)?.[1]));
      return Math.max(0, ...waysMs) > 100 ? 'slow' : 'quick';
    },
    because: 'A large message costs time on every wire that it crosses, and everybody behind it pays too.',
  },
  {
    id: 'charged-of-four',
    cell: 'delivery/two-lines',
    seed: 4,
    question:
      'From the lesson on acks: four orders, and a worker that acks first and charges then. It crashes between these two lines of order-2 and is started again. How many of the four orders are charged in the end?',
    options: [
      {
        id: '4',
        text: 'All four: what was not finished comes again',
        wrong: {
          said: 'It comes again when its ack is missing. Here the ack for order-2 was sent before the work, so the server has nothing left to send.',
          leaves: { on: 'processRestarted', process: 'worker' },
          ghost: 'order-2 comes again',
        },
      },
      { id: '3', text: 'Three' },
      {
        id: '1',
        text: 'One: what was in the queue is lost in the crash',
        wrong: {
          said: 'It was the worker that crashed. The queue is on a server of its own, and order-3 and order-4 waited there.',
          leaves: { on: 'effect', text: 'order-3' },
          ghost: 'nothing is left to charge',
        },
      },
    ],
    answer: (trace) => `${new Set(eventsOf(trace, 'effect').map(({ detail }) => detail.key)).size}`,
    because: 'Ack first is at most once: only the order that was in the hands of the worker is lost. The others are still with the server.',
  },
  {
    id: 'stock-stands-still',
    cell: 'shapes/groups',
    seed: 5,
    question:
      'stock and mail are two groups, each with its own queue. stock stands still for three seconds while the shop sells. For how many of the six orders is a piece reserved in the end?',
    options: [
      {
        id: 'few',
        text: 'Only for those that came while stock was working',
        wrong: {
          said: 'A group that has subscribed has a queue of its own, and its copies wait there. Only who has not subscribed yet misses something.',
          leaves: { on: 'effect', process: 'stock', text: 'reserved/order-2' },
          ghost: 'order-2 passed while stock stood still',
        },
      },
      { id: 'all', text: 'For all six: the copies wait in the queue of stock' },
    ],
    answer: (trace) => (eventsOf(trace, 'effect').filter(({ detail }) => detail.key.startsWith('reserved/')).length === 6 ? 'all' : 'few'),
    because:
      'The queue of stock grows while stock stands still, and mail notices nothing. Now you also know what to ask next: what if it stands still for a day?',
  },
];
