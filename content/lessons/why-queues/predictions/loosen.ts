/** What is asked about two programs, with and without a queue between them. */
import type { Prediction } from '../../../prediction.ts';
import { eventsOf, linesAfter } from '../../../story.ts';
import { troubles } from '../cells/impatient-call/cell.ts';
import { refusedSoFar } from '../cells/overload/cell.ts';

export const looserCoupling: readonly Prediction[] = [
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
    id: 'why-timeout-and-retry',
    cell: 'impatient-call',
    question:
      'The shop now gives up after two seconds and tries once more. payments stands still for five seconds again. What becomes of the orders that come meanwhile?',
    options: [
      {
        id: 'fine',
        text: 'All are paid once: the second try makes up for the first.',
        wrong: {
          said: 'A second try helps when the first got lost. Here it was only late: payments still has it in its line, and does both.',
          leaves: { on: 'console', process: 'shop', text: 'FAILED' },
          ghost: 'every order is paid once',
        },
      },
      {
        id: 'failed',
        text: 'All fail, and none of them is charged.',
        wrong: {
          said: 'Giving up is something that the shop does. payments does not hear of it and goes on with what is in its line.',
          leaves: { on: 'effect', nth: 3 },
          ghost: 'nothing more is charged',
        },
      },
      { id: 'both', text: 'Some fail, and some are charged twice.' },
    ],
    answer: (trace) => {
      const { twice, failed } = troubles(trace);
      return twice > 0 ? 'both' : failed > 0 ? 'failed' : 'fine';
    },
    because: 'When an answer does not come, the caller cannot know whether the work was done. Trying again may do it again.',
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
];
