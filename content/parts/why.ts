/** Part 1: what a queue is for, and when a plain call is better. */
import type { PartText } from './part.ts';

export const why = {
  id: 'why',
  title: 'Why queues',
  lessons: [
    {
      id: 'why-queues',
      title: 'Why queues',
      objectives: [
        {
          id: 'why-defer',
          statement: 'Some work need not happen inside the request. Done inline, the user waits for the sum of it.',
          misconception: 'A promise in the background is as durable as a message in a queue.',
        },
        {
          id: 'why-roles',
          statement: 'A producer puts messages in, a queue keeps them, a consumer takes them out. Neither side knows the other.',
          misconception: 'The producer has to know who consumes.',
        },
        {
          id: 'why-coupling',
          statement: 'When A calls B, a slow B makes A slow, a dead B makes A fail, and an overloaded B piles work up in both.',
          misconception: 'A timeout and a retry make a call as loose as a queue.',
        },
        {
          id: 'why-buffer',
          statement: 'A queue absorbs a burst and lets the consumers work at their own pace. It cannot absorb a steady surplus.',
          misconception: 'A bigger queue cures overload.',
        },
        {
          id: 'why-survive',
          statement: 'When a consumer dies, its messages wait in the queue and are processed later.',
          misconception: 'When the consumer dies, its work is lost.',
        },
        {
          id: 'why-scale',
          statement: 'More consumers share the load while the producer stays as it is, up to the limit of what stands behind them.',
          misconception: 'More workers always help.',
          exercise: true,
        },
        {
          id: 'why-contract',
          statement: 'Producer and consumer share a message format. An old consumer must survive a new field.',
          misconception: 'Both sides are always deployed together.',
          exercise: true,
        },
        {
          id: 'why-trace',
          statement: 'To follow one order through several queues, every message carries the same correlation id.',
          misconception: 'Timestamps in the logs are enough to follow one order.',
          exercise: true,
        },
      ],
    },
    {
      id: 'when-not-to-queue',
      title: 'When not to queue',
      objectives: [
        {
          id: 'why-not',
          statement: 'A queue costs latency, operation and debugging. Call directly when the answer is needed now and the call is fast.',
          misconception: 'Everything gets better with a queue, login too.',
          exercise: true,
        },
      ],
    },
  ],
} as const satisfies PartText;
