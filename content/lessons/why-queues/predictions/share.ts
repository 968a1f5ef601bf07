/** What is asked about workers that share the load, and about what all of them share. */
import type { Prediction } from '../../../prediction.ts';
import { eventsOf } from '../../../story.ts';
import { idsSaidBy } from '../cells/three-hops/cell.ts';
import { storedByWorkers } from '../cells/workers/cell.ts';

export const sharedLoadAndFormat: readonly Prediction[] = [
  {
    id: 'why-four-workers',
    cell: 'workers',
    question: 'At 5 s a second worker starts, at 10 s two more. Two workers do twice as much as one. And four?',
    options: [
      {
        id: 'twice',
        text: 'Twice as much as two.',
        wrong: {
          said: 'The queue would give them the work. But they all ask the same database, and it works on two queries at a time.',
          leaves: { on: 'console', process: 'database', text: 'four workers' },
          ghost: 'four workers: 92 orders in 5 s',
        },
      },
      { id: 'same', text: 'Hardly more than two.' },
      {
        id: 'less',
        text: 'Less than two: they get in each other’s way.',
        wrong: {
          said: 'That happens too, where many fight for one lock. Here the surplus workers only stand in line.',
          leaves: { on: 'console', process: 'database', text: 'four workers' },
          ghost: 'four workers: 30 orders in 5 s',
        },
      },
    ],
    answer: (trace) => {
      const [, two, four] = storedByWorkers(trace);
      return four > 1.5 * two ? 'twice' : four < 0.9 * two ? 'less' : 'same';
    },
    because: 'Workers share the load until something behind them is the limit. Then more of them only lengthen the line in front of it.',
  },
  {
    id: 'why-new-field',
    cell: 'new-field',
    question: 'payments was written for the format of order-1. Which of the three orders does it charge?',
    options: [
      {
        id: 'one',
        text: 'Only order-1: the others are in formats that it does not know.',
        wrong: {
          said: 'An old program can read a new message, as long as it looks only for what it needs.',
          leaves: { on: 'effect', text: 'order-2' },
          ghost: 'order-2 is not charged',
        },
      },
      { id: 'two', text: 'order-1 and order-2.' },
      {
        id: 'all',
        text: 'All three: the amount is in each message.',
        wrong: {
          said: 'You see that "price" is the amount. A program sees that there is no "cents".',
          leaves: { on: 'console', process: 'payments', text: 'cannot read' },
          ghost: 'order-3 is charged',
        },
      },
    ],
    answer: (trace) => {
      const charged = new Set(eventsOf(trace, 'effect').map(({ detail }) => detail.key));
      return charged.has('order-3') ? 'all' : charged.has('order-2') ? 'two' : 'one';
    },
    because: 'A new field does no harm to whoever ignores it. A renamed field is a field taken away.',
  },
  {
    id: 'why-first-receipt',
    cell: 'three-hops',
    question: 'Ada orders a sofa and, a tenth of a second later, a lamp. Which of the two is the first receipt for?',
    options: [
      {
        id: 'sofa',
        text: 'For the sofa: what came first leaves first.',
        wrong: {
          said: 'The messages leave the queue in order. But two workers had one each, and they were not equally fast.',
          leaves: { on: 'console', process: 'mailer', nth: 1 },
          ghost: 'the receipt for the sofa',
        },
      },
      { id: 'lamp', text: 'For the lamp.' },
    ],
    answer: (trace) => {
      const [sofa] = idsSaidBy(trace, 'shop');
      return idsSaidBy(trace, 'mailer')[0] === sofa ? 'sofa' : 'lamp';
    },
    because:
      'The lamp overtook the sofa. From the times alone you would have sorted the receipts to the wrong orders; the ids say it right.',
  },
];
