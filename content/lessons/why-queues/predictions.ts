/** The questions of the lesson: each is asked before a run, and its answer is read off that run. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';
import { refusedSoFar } from './cells/overload/cell.ts';
import { idsSaidBy } from './cells/three-hops/cell.ts';
import { storedByWorkers } from './cells/workers/cell.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'why-inline-wait',
    cell: 'inline',
    question: 'Settling takes 0.7 seconds, the video 2, the mail 0.3. After how long does Ada read her answer?',
    options: [
      {
        id: 'longest',
        text: 'After 2 seconds: as long as the slowest of the three.',
        wrong: {
          said: 'It would be so if the three ran at the same time. Here each await waits for one before the next begins.',
          leaves: { on: 'effect', text: 'videos' },
          ghost: 'Ada reads her answer',
        },
      },
      { id: 'sum', text: 'After 3 seconds: the sum.' },
      {
        id: 'first',
        text: 'After 0.7 seconds: once the order is paid, she is free.',
        wrong: {
          said: 'That would be enough for her. But the server answers on its last line, and the video and the mail come before it.',
          leaves: { on: 'effect', text: 'charge' },
          ghost: 'Ada reads her answer',
        },
      },
    ],
    answer: (trace) => {
      const waitedMs = Number(/after (\d+) ms/.exec(linesAfter(trace, 'Ada reads').join())?.[1]);
      return waitedMs > 2900 ? 'sum' : waitedMs > 1900 ? 'longest' : 'first';
    },
    because: 'One await after the other: the customer waits for 0.7 + 2 + 0.3 seconds, although she needed none of it to go on shopping.',
  },
  {
    id: 'why-promise-or-queue',
    cell: 'after-the-answer',
    question: 'Both servers answer at once, crash a second into the run, and start again. Which videos are encoded in the end?',
    options: [
      {
        id: 'both',
        text: 'Both: the work had begun, and each server starts again.',
        wrong: {
          said: 'It is natural to think that what has been started goes on. But a promise is only in the memory of its process, and a process that starts again remembers nothing.',
          leaves: { on: 'processRestarted', process: 'web-promise' },
          ghost: 'the video of order-1 goes on',
        },
      },
      { id: 'queue', text: 'Only that of order-2, which went through the queue.' },
      {
        id: 'neither',
        text: 'Neither: both servers crashed in the middle of it.',
        wrong: {
          said: 'web-queue crashed too, but it was not doing the work. The message was in the queue, on another machine, and the worker had it from there.',
          leaves: { on: 'effect', text: 'order-2' },
          ghost: 'the video of order-2 is lost',
        },
      },
    ],
    answer: (trace) => {
      const encoded = eventsOf(trace, 'effect').map(({ detail }) => detail.key);
      const [promise, queue] = [encoded.includes('videos/order-1'), encoded.includes('videos/order-2')];
      return promise && queue ? 'both' : queue ? 'queue' : 'neither';
    },
    because: 'The promise died with its process. The message did not: it was on the queue server before the customer had her answer.',
  },
  {
    id: 'why-after-the-pause',
    cell: 'direct-call',
    question:
      'payments stands still from second 1 to second 6, then works as fast as before. order-14 comes half a second after that. How long does its customer wait?',
    options: [
      {
        id: 'usual',
        text: 'A quarter of a second, as usual: payments is back.',
        wrong: {
          said: 'payments is back, but not alone: ten orders have been waiting for it, and order-14 stands behind them.',
          leaves: { on: 'effect', text: 'order-13' },
          ghost: 'order-14 is paid at once',
        },
      },
      { id: 'long', text: 'More than a second.' },
      {
        id: 'error',
        text: 'She gets an error: the shop has given up by then.',
        wrong: {
          said: 'Nobody has told the shop to give up. It waits for as long as payments takes.',
          leaves: { on: 'console', process: 'shop', text: 'order-14' },
          ghost: 'order-14 fails',
        },
      },
    ],
    answer: (trace) => {
      const waitedMs = Number(/ after (\d+) ms/.exec(linesAfter(trace, 'order-14').join())?.[1]);
      return Number.isNaN(waitedMs) ? 'error' : waitedMs > 1000 ? 'long' : 'usual';
    },
    because: 'What piled up must be worked off first. The trouble of the one lasts longer at the other than the outage itself.',
  },
  {
    id: 'why-consumer-dies',
    cell: 'through-a-queue',
    question: 'This time payments also dies with order-20 in its hands, and starts again a second later. What becomes of order-20?',
    options: [
      {
        id: 'lost',
        text: 'It is lost: it had left the queue.',
        wrong: {
          said: 'It had left the line, but not the queue. The queue keeps what was not acknowledged, and gives it out again.',
          leaves: { on: 'messageRequeued' },
          ghost: 'order-20 is gone',
        },
      },
      { id: 'again', text: 'It waits in the queue and is paid later.' },
      {
        id: 'shop',
        text: 'The shop notices and puts it in once more.',
        wrong: {
          said: 'The shop is done with the order as soon as the queue has it. It does not even know that payments died.',
          leaves: { on: 'console', process: 'payments', text: 'comes again' },
          ghost: 'the shop sends order-20 again',
        },
      },
    ],
    answer: (trace) => {
      const sent = eventsOf(trace, 'messagePublished').filter(({ detail }) => detail.text === 'order-20').length;
      const paid = eventsOf(trace, 'effect').some(({ detail }) => detail.key === 'order-20');
      return !paid ? 'lost' : sent > 1 ? 'shop' : 'again';
    },
    because: 'payments had not acknowledged order-20, so the queue put it back in its place and delivered it again.',
  },
  {
    id: 'why-bigger-queue',
    cell: 'overload',
    question:
      'Twenty orders come in a second, a worker does ten. One queue holds 50, the other 150. Look at the last ten of thirty seconds: how many orders does the bigger queue refuse, compared with the small one?',
    options: [
      {
        id: 'none',
        text: 'None: it has enough room.',
        wrong: {
          said: 'More room lasts longer, but ten more orders come in every second than go out. Any room fills up.',
          leaves: { on: 'console', process: 'shop', text: 'big is full' },
          ghost: 'big still has room',
        },
      },
      {
        id: 'third',
        text: 'About a third as many: it is three times as big.',
        wrong: {
          said: 'The size decides when the queue is full. How much is refused after that depends only on what comes in and what goes out.',
          leaves: { on: 'console', process: 'shop', text: 'refused so far', nth: 3 },
          ghost: 'big refused a third as many',
        },
      },
      { id: 'same', text: 'Just as many.' },
    ],
    answer: (trace) => {
      const [, before = [0, 0], after = [0, 0]] = refusedSoFar(trace);
      const [small, big] = [after[0] - before[0], after[1] - before[1]];
      return big === 0 ? 'none' : big < 0.7 * small ? 'third' : 'same';
    },
    because: 'A bigger queue is full later. From then on it refuses the same, and every order that it takes waits three times as long.',
  },
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
  {
    id: 'why-review-restart',
    cell: 'start/first-run',
    seed: 5,
    question:
      'Two packers pack three parcels each and count them in a variable. Tom crashes at second 10, with one parcel packed, and starts again. How many parcels does Tom pack in all?',
    options: [
      {
        id: 'three',
        text: 'Three: he goes on where he stopped.',
        wrong: {
          said: 'He would, if he remembered. The count was in the memory of the process, and a process that starts again begins at its first line.',
          leaves: { on: 'console', process: 'tom', text: 'parcel 1', nth: 2 },
          ghost: 'parcel 2',
        },
      },
      { id: 'more', text: 'Four: he counts from the beginning again.' },
      {
        id: 'one',
        text: 'One: what has crashed stays down.',
        wrong: {
          said: 'This fault starts the process again after two seconds. What stays away is its memory.',
          leaves: { on: 'processRestarted', process: 'tom' },
          ghost: 'Tom stays down',
        },
      },
    ],
    answer: (trace) => {
      const packed = linesAfter(trace, 'Tom packed').length;
      return packed > 3 ? 'more' : packed === 3 ? 'three' : 'one';
    },
    because: 'Whatever must outlive a crash has to be somewhere else than in the memory of the process: in a queue, for example.',
  },
  {
    id: 'why-review-nobody-waits',
    cell: 'start/nobody-waits',
    seed: 4,
    question:
      'Ann\'s program sends an invoice without await and prints "the order of Ann is done" on its last line. What comes first, the line or the invoice?',
    options: [
      { id: 'line', text: 'The line.' },
      {
        id: 'invoice',
        text: 'The invoice: its line stands first in the file.',
        wrong: {
          said: 'The call stands first, and it starts the work at once. But the program goes on as soon as the work has to wait for something.',
          leaves: { on: 'console', process: 'ann', nth: 1 },
          ghost: 'the invoice is sent',
        },
      },
    ],
    answer: (trace) => {
      const line = trace.findIndex(({ kind, process }) => kind === 'console' && process === 'ann');
      const invoice = trace.findIndex(({ kind, process }) => kind === 'effect' && process === 'ann');
      return line < invoice ? 'line' : 'invoice';
    },
    because:
      '"Done" was said half a second too early. It is what web-promise said to Ada in this lesson, and there a crash made it untrue.',
  },
];
