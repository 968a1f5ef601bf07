/** What is asked about work that leaves the request. */
import type { Prediction } from '../../../prediction.ts';
import { eventsOf, linesAfter } from '../../../story.ts';

export const whatLeavesTheRequest: readonly Prediction[] = [
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
];
