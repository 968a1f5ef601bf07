/** What the reader is asked before the runs of this lesson. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-long-do-you-wait',
    cell: 'first-run',
    question: 'Each parcel takes 4 to 8 seconds, and each packer packs three. You press Run. How long do you wait?',
    options: [
      {
        id: 'as-at-work',
        text: 'As long as the packers work: about half a minute',
        wrong: {
          said: 'With a clock on the wall you would. But the clock of a cell is simulated: when nobody has anything to do, it jumps to the next thing that happens.',
          leaves: { on: 'console', process: 'mia', text: 'parcel 1' },
          ghost: 'you still wait for this',
        },
      },
      { id: 'at-once', text: 'Hardly at all: the half minute is only in the picture' },
    ],
    answer: (trace) => ((trace.at(-1)?.atMicros ?? 0) > 20_000_000 ? 'at-once' : 'as-at-work'),
    because:
      'The run lasts half a minute of simulated time and a moment of yours. That is why this course can show you a whole day of a shop, and try your code under hundreds of crashes.',
  },
  {
    id: 'does-it-wait-for-a',
    cell: 'while-it-waits',
    question: 'A is started first and needs 2 seconds. B is started next and needs 1. What is done first?',
    options: [
      {
        id: 'a',
        text: 'A: the program stops at the await in A, so B starts only when A is done',
        wrong: {
          said: 'It looks like that, since await does stop something. But it stops only the call of the function in which it stands. The rest of the program goes on.',
          leaves: { on: 'console', text: 'parcel B: start' },
          ghost: 'nothing happens until A is done',
        },
      },
      { id: 'b', text: 'B: it waits at the same time as A, and not as long' },
      {
        id: 'none',
        text: 'Neither: they only start at "await a"',
        wrong: {
          said: 'A promise is no plan for later. The call itself starts the work; await only waits for its result.',
          leaves: { on: 'console', text: 'parcel A: start' },
          ghost: 'nothing starts before "await a"',
        },
      },
    ],
    answer: (trace) => {
      const done = eventsOf(trace, 'console').find(({ detail }) => detail.text.endsWith(': done'));
      return done?.detail.text === 'parcel B: done' ? 'b' : 'a';
    },
    because: 'An await stops one call of one function. While it stands there, everything else in the process may run.',
  },
  {
    id: 'who-gets-an-invoice',
    cell: 'nobody-waits',
    question: 'Nobody awaits these three promises. Who gets an invoice?',
    options: [
      {
        id: 'nobody',
        text: 'Nobody: without await nothing is done',
        wrong: {
          said: "The call starts the work, with or without await. Ann's promise went on by itself, with nobody waiting.",
          leaves: { on: 'effect', process: 'ann' },
          ghost: 'no mail to Ann',
        },
      },
      { id: 'ann', text: 'Only Ann' },
      {
        id: 'ann-and-cleo',
        text: 'Ann and Cleo: what was started in the background gets done',
        wrong: {
          said: 'A promise in the background feels safe, as if it were stored somewhere. It is only in the memory of the process, and it ends with the process.',
          leaves: { on: 'processExited', process: 'cleo' },
          ghost: 'the invoice for Cleo goes on',
        },
      },
    ],
    answer: (trace) => {
      const sent = eventsOf(trace, 'effect').map(({ process }) => process);
      return sent.length === 0 ? 'nobody' : sent.includes('cleo') ? 'ann-and-cleo' : 'ann';
    },
    because:
      "Ann's process stayed alive until her invoice was sent. Bob's was ended by an error that nobody could catch, and Cleo's by itself, too early.",
  },
  {
    id: 'same-seed-same-run',
    cell: 'first-run',
    seed: 7,
    question:
      'With seed 1 Tom had the first parcel ready. You choose seed 7, and it is Mia, after 5 s. You run seed 7 once more. Who is it now?',
    options: [
      { id: 'mia', text: 'Mia, after 5 s: the same seed gives the same run' },
      {
        id: 'tom',
        text: 'Nobody can know: Math.random() draws anew in each run',
        wrong: {
          said: 'On a real computer it does. In a cell all that is left to chance follows from the seed, so that a rare mistake can be seen a second time.',
          leaves: { on: 'console', process: 'mia', text: 'parcel 1' },
          ghost: 'perhaps Tom this time',
        },
      },
    ],
    answer: (trace) => eventsOf(trace, 'console')[0]?.process ?? 'nobody',
    because:
      'Same text, same seed, same run: on your phone, on your computer, tomorrow. To see something else, change the seed or the text.',
  },
];
