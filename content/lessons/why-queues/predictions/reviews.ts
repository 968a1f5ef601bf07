/** Two questions about runs of the lesson start. */
import type { Prediction } from '../../../prediction.ts';
import { eventsOf } from '../../../story.ts';

export const reviews: readonly Prediction[] = [
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
      const packed = eventsOf(trace, 'console').filter(
        ({ process, detail }) => process === 'tom' && detail.text.startsWith('packed'),
      ).length;
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
