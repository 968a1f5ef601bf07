/** What the reader is asked before the runs of this lesson. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-becomes-of-ben',
    cell: 'login-by-queue',
    question: 'Ben logs in while `accounts` is down. His login is safe in the queue. What happens to Ben?',
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
          said: 'Who could tell him? `web` has put his login into the queue, and that went well. A queue hides from one side that the other is down.',
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
];
