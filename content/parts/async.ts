/** Part 6: concurrency inside a process is not a queue between processes. */
import type { PartText } from './part.ts';

export const async = {
  id: 'async',
  title: 'Async is not a queue',
  lessons: [
    {
      id: 'async',
      title: 'One thread and a loop',
      objectives: [
        {
          id: 'async-loop',
          statement: 'One thread runs a loop: waits of 2, 1 and 3 seconds take 3 together and 6 in sequence.',
          misconception: 'Each await starts a thread.',
          python: true,
        },
        {
          id: 'async-terms',
          statement: 'Coroutine, task, await and gather are what promise, await and Promise.all are; threads are something else.',
          misconception: 'A Python coroutine runs as soon as it is called, like a JavaScript one.',
          python: true,
        },
        {
          id: 'async-concurrency',
          statement: 'Overlapping waits is not computing at the same time.',
          misconception: 'Concurrency is parallelism.',
        },
        {
          id: 'async-io-cpu',
          statement: 'Waiting work gains from async; computing work blocks the loop.',
          misconception: 'The word async in front of a CPU loop unblocks it.',
          exercise: true,
        },
      ],
    },
    {
      id: 'async-with-queues',
      title: 'Async together with queues',
      objectives: [
        {
          id: 'async-not-queue',
          statement: 'Promises die with their process; messages do not.',
          misconception: 'A list of promises is a queue.',
        },
        {
          id: 'async-together',
          statement:
            'Request, web server, queue, worker: each worker handles a bounded number of messages at a time and acks each when done.',
          misconception: 'forEach with an async function and an ack after it waits for the work.',
          exercise: true,
        },
      ],
    },
  ],
} as const satisfies PartText;
