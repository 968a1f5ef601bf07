/** What the reader answers before the runs with a replica. */
import type { Prediction } from '../../../prediction.ts';
import { linesAfter } from '../../../story.ts';

export const replicaPredictions: readonly Prediction[] = [
  {
    id: 'what-the-replica-has',
    cell: 'behind-the-answer',
    question:
      'The shop adds eight orders, and Redis answers each with its id. After the fourth one the way between Redis and its replica breaks. Then Redis dies, and the replica becomes the master. Which orders does it have?',
    options: [
      {
        id: 'order-1 to order-8',
        text: 'All eight: each was answered',
        wrong: {
          said: 'The answer says that the master has it. The master does not ask its replica before it answers.',
          leaves: { on: 'console', process: 'shop', text: 'accepted order-5' },
          ghost: 'the replica has order-5 too',
        },
      },
      { id: 'order-1 to order-4', text: 'The first four' },
      {
        id: 'refused',
        text: 'The first four; the others were refused, because the replica could not be reached',
        wrong: {
          said: 'That would be safer, and some systems can do it. Redis goes on by itself and tells the shop nothing.',
          leaves: { on: 'console', process: 'shop', text: 'accepted order-5' },
          ghost: 'order-5 is refused',
        },
      },
    ],
    answer: (trace) => {
      if (linesAfter(trace, 'accepted ').length < 8) return 'refused';
      const [left = ''] = linesAfter(trace, 'the new master has: ');
      return `${left.split(' ').at(0)} to ${left.split(' ').at(-1)}`;
    },
    because:
      'The copy follows the answer. What had not been copied when the master died is gone, although the shop was told that it was accepted.',
  },
  {
    id: 'what-wait-does',
    cell: 'wait-for-a-copy',
    question:
      'Now the shop sends WAIT 1 100 after each order. While the replica cannot be reached it adds order-5. What becomes of order-5?',
    options: [
      {
        id: 'refused',
        text: 'WAIT takes it back: Redis does not have it',
        wrong: {
          said: 'WAIT comes after the write and only counts. The order is in Redis when it begins, and when it ends.',
          leaves: { on: 'console', process: 'shop', text: 'in Redis' },
          ghost: 'four orders in Redis',
        },
      },
      {
        id: 'blocked',
        text: 'The shop waits until the replica has it',
        wrong: {
          said: 'So it would with 0 as the time. Here WAIT gives up after 100 ms and answers how many replicas have it by then.',
          leaves: { on: 'console', process: 'shop', text: 'not safe: order-5' },
          ghost: 'the shop still waits',
        },
      },
      { id: 'known', text: 'WAIT answers 0, and order-5 is in Redis all the same' },
    ],
    answer: (trace) => {
      if (linesAfter(trace, 'not safe: order-5').length === 0) return 'blocked';
      return linesAfter(trace, 'in Redis: ').join() === '8 orders' ? 'known' : 'refused';
    },
    because: 'A 0 is not an error and undoes nothing. It is knowledge: this order is not safe yet. What to do about it is up to you.',
  },
];
