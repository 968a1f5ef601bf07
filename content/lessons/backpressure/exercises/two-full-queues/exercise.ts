/** Two queues that overflow: orders must all be charged, readings must be fresh, and neither queue may grow without end. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Two queues that overflow',
  objectives: ['bp-policies'],
  picture: 'depth',
  edits: ['shop.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'bank', file: 'bank.ts', startAt: 200 },
    { name: 'display', file: 'display.ts', startAt: 200 },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 5] },
  faults: [],
  deadlineMs: 30_000,
  eventBudget: 20_000,
  seed: 1,
  trials: {
    seeds: 40,
    noCrashes:
      'The question is what becomes of an order when there is no room for it. A crash of the shop would lose what it has not sent yet, whatever the queue does.',
    scenarios: [
      {
        name: 'a bank that is three times slower for a while',
        faults: [{ kind: 'slow', process: 'bank', when: { atMs: 300 }, forMs: 1000, factor: 3 }],
      },
      {
        name: 'a display that hangs for 300 ms',
        faults: [{ kind: 'pause', process: 'display', when: { atMs: 400 }, forMs: 300 }],
      },
    ],
  },
  wrong: {
    'no-limit': {
      said: 'Without a limit no order is turned away, which looks safe. But nobody says where the growing ends, and it ends where the memory does.',
      fails: ['at-most-five-wait'],
    },
    'orders-drop-too': {
      said: 'What is right for readings is wrong for money: an old order is not replaced by a newer one.',
      fails: ['no-order-lost'],
    },
    'readings-wait-too': {
      said: 'What is right for money is wrong for readings: while the thermometer waits for room it does not measure.',
      fails: ['measured-on-time'],
    },
    'gives-up': {
      said: 'The queue did its part: it said no. An order that was refused is still yours, and this shop throws it away.',
      fails: ['no-order-lost'],
    },
    'nobody-catches': {
      said: 'A queue that refuses throws an error. Nobody caught it, so the shop died of it, and with it everything that was still to come.',
      fails: ['no-order-lost', 'newest-is-shown'],
    },
    'tries-at-once': {
      said: 'Trying again is right. Trying again at once, hundreds of times, gives a server that is full more to do still.',
      fails: ['does-not-hammer'],
    },
    'newest-reading-dropped': {
      said: 'The queue kept the old readings and refused the new ones. The display ends with a reading from the past.',
      fails: ['newest-is-shown'],
    },
    'one-loop-for-both': {
      said: 'Each queue has the right policy, but they share one loop: while an order waits for room, nobody measures.',
      fails: ['measured-on-time'],
    },
  },
  hints: [
    'Start with the limits: both calls of queue() need a capacity of at most 5.',
    'Ask of each queue: which message may be thrown away? Of the readings the oldest. Of the orders none.',
    'So the readings want whenFull: "dropOldest", and the orders either "block", or "reject" with a pause and another try.',
    'If you chose "reject": catch the error of publish(), sleep a while (longer each time), and publish the same order again.',
  ],
};
