/** What the reader is asked before the runs of this lesson. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-becomes-of-ben',
    cell: 'login-by-queue',
    question: 'Ben logs in while accounts is down. His login is safe in the queue. What happens to Ben?',
    options: [
      {
        id: 'in-later',
        text: 'He gets in, a little later: the queue has kept his login',
        wrong: {
          said: 'The queue does keep his login, and this is what makes it so good for mails. But Ben sits at a browser. What he needs is an answer, and he needs it now.',
          leaves: { on: 'console', process: 'customers', text: 'enough' },
          ghost: 'Ben still waits, and gets in',
        },
      },
      {
        id: 'told',
        text: 'He is told at once that no login is possible',
        wrong: {
          said: 'Who could tell him? web has put his login into the queue, and that went well. A queue hides from one side that the other is down.',
          leaves: { on: 'messageStored', text: 'ben' },
          ghost: 'web notices that accounts is down',
        },
      },
      { id: 'leaves', text: 'He gives up, and later his password is checked for nobody' },
    ],
    answer: (trace) => {
      const lines = eventsOf(trace, 'console').map(({ detail }) => detail.text);
      if (lines.some((line) => line.startsWith('ben sees "Hello'))) return 'in-later';
      return lines.includes('checked the password of ben') ? 'leaves' : 'told';
    },
    because: 'A queue is good at keeping what can wait. A question that cannot wait is worth nothing when it is answered later.',
  },
  {
    id: 'who-waits-longest',
    cell: 'login-by-call',
    question:
      'The same four customers log in at the same moment, now by a call. With the queue the last of them waited about 400 ms. And now?',
    options: [
      {
        id: 'longer',
        text: 'Longer: without a queue nothing puts them in order',
        wrong: {
          said: 'A queue does bring order into a crowd. But order means a line, and whoever stands in it waits for those before.',
          leaves: { on: 'console', process: 'customers', text: 'sees "Hello', nth: 4 },
          ghost: 'the last one still waits',
        },
      },
      {
        id: 'same',
        text: 'The same: each check takes 60 ms in both cells',
        wrong: {
          said: 'Each check takes as long as before. But four checks can wait for the database at the same time. With the queue they waited one after the other.',
          leaves: { on: 'console', process: 'customers', text: 'sees "Hello', nth: 4 },
          ghost: 'the last one waits as long as before',
        },
      },
      { id: 'less', text: 'Less than half of that' },
    ],
    answer: (trace) => {
      const times = eventsOf(trace, 'console').flatMap(({ detail }) => Number(/Hello.* after (\d+) ms$/.exec(detail.text)?.[1] ?? 0));
      const longest = Math.max(...times);
      return longest < 200 ? 'less' : longest > 450 ? 'longer' : 'same';
    },
    because:
      'All four got their answer in the time of one check and a few hops. Nobody stood in line. And Ben learned at once what was wrong.',
  },
  {
    id: 'accepted-while-payments-sleeps',
    cell: 'why-queues/through-a-queue',
    seed: 9,
    question:
      'From the last lesson: the shop puts each order into a queue, and payments stands still from second 1 to second 6. When does the shop accept order-8, which comes in second 3.5?',
    options: [
      {
        id: 'later',
        text: 'After second 6, when payments works again',
        wrong: {
          said: 'It would be so with a call, where the shop stands there until payments answers. Here it is done as soon as the queue has the order.',
          leaves: { on: 'console', process: 'shop', text: 'order-8' },
          ghost: 'order-8 is not accepted yet',
        },
      },
      { id: 'at-once', text: 'At once, in a few hundredths of a second' },
      {
        id: 'never',
        text: 'Never: the shop sees an error',
        wrong: {
          said: 'The shop talks to the broker only, and the broker is well. That payments stands still is hidden from it.',
          leaves: { on: 'messageStored', text: 'order-8' },
          ghost: 'order-8 fails',
        },
      },
    ],
    answer: (trace) => {
      const ms = Number(
        /order-8 is accepted after (\d+) ms/.exec(
          eventsOf(trace, 'console')
            .map(({ detail }) => detail.text)
            .join(' '),
        )?.[1],
      );
      return Number.isNaN(ms) ? 'never' : ms < 100 ? 'at-once' : 'later';
    },
    because:
      'Here it is good that the queue hides the outage: the customer needs no answer from payments, only that the order is safe. Ben needed the answer.',
  },
  {
    id: 'tried-twice-charged',
    cell: 'why-queues/impatient-call',
    seed: 7,
    question:
      'And the other way round: the shop calls payments, gives up after two seconds and tries once more. payments stands still for five seconds. With this seed the shop asks twice for order-10. How often is it charged?',
    options: [
      {
        id: 'once',
        text: 'Once: the first call was given up',
        wrong: {
          said: 'The shop has given it up. payments does not know that. The request was in its line all the time.',
          leaves: { on: 'effect', text: 'order-10', nth: 2 },
          ghost: 'no second charge of order-10',
        },
      },
      { id: 'twice', text: 'Twice' },
      {
        id: 'never',
        text: 'Never: both calls came too late',
        wrong: {
          said: 'Too late for the shop. But what is in the line of payments is worked off, whether somebody waits for it or not.',
          leaves: { on: 'effect', text: 'order-10' },
          ghost: 'order-10 is not charged',
        },
      },
    ],
    answer: (trace) => {
      const charges = eventsOf(trace, 'effect').filter(({ detail }) => detail.key === 'order-10').length;
      return charges === 0 ? 'never' : charges === 1 ? 'once' : 'twice';
    },
    because:
      'A call is honest about an error, but not about a silence. Where a second try does harm, a timeout alone is no reason to try again.',
  },
];
