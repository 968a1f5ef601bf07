/** Part 2: the plain queue, what a delivery promises, the shapes, and what to do when it is full. */
import type { PartText } from './part.ts';

export const delivery = {
  id: 'delivery',
  title: 'The plain queue and delivery',
  lessons: [
    {
      id: 'fifo',
      title: 'The plain queue',
      objectives: [
        {
          id: 'fifo-order',
          statement: 'First in, first out: messages are taken in the order in which they were put in.',
          misconception: 'A FIFO queue with two workers also finishes in order.',
          python: true,
        },
        {
          id: 'fifo-one',
          statement: 'A message goes to one consumer and is gone from the queue once it was taken.',
          misconception: 'Every consumer of a queue sees every message.',
        },
        {
          id: 'fifo-memory',
          statement: 'A queue in the memory of a process is lost when the process crashes, and no other server can reach it.',
          misconception: 'What was pushed to a queue is safe.',
          exercise: true,
        },
      ],
    },
    {
      id: 'delivery',
      title: 'Take, work, acknowledge',
      objectives: [
        {
          id: 'dlv-ack',
          statement: 'A consumer takes, works, then acknowledges. What it did not acknowledge before a crash is delivered again.',
          misconception: 'Taking a message and having processed it are the same thing.',
          exercise: true,
        },
        {
          id: 'dlv-levels',
          statement: 'At most once, at least once and "exactly once" come down to the order of two lines and a retry.',
          misconception: 'The broker alone decides how often a message is processed.',
        },
        {
          id: 'dlv-idempotent',
          statement: 'A duplicate is normal. An idempotent consumer gives the same result when a message comes twice.',
          misconception: 'A duplicate is a fault of the broker.',
          exercise: true,
        },
      ],
    },
    {
      id: 'shapes',
      title: 'Point to point, publish and subscribe, groups',
      objectives: [
        {
          id: 'shape-p2p',
          statement: 'Competing consumers: each message goes to one of them.',
          misconception: 'Two consumers of one queue both get each message.',
          exercise: true,
        },
        {
          id: 'shape-pubsub',
          statement: 'Publish and subscribe: every subscriber gets its copy, and the producer does not know them.',
          misconception: 'The producer sends one copy to each subscriber that it knows.',
          exercise: true,
        },
        {
          id: 'shape-group',
          statement: 'Groups are independent of each other; the members of one group share the messages.',
          misconception: 'A group is a broadcast to its members.',
          exercise: true,
        },
        {
          id: 'shape-two-queues',
          statement: 'When stock and mail both need every order, each gets a queue or group of its own.',
          misconception: 'Stock and mail can both consume the one queue of orders.',
          exercise: true,
        },
      ],
    },
    {
      id: 'backpressure',
      title: 'When the queue fills up',
      objectives: [
        {
          id: 'bp-unbounded',
          statement: 'An unbounded queue grows, and with it the waiting time, until the memory is gone.',
          misconception: 'An unbounded queue is the safe choice.',
        },
        {
          id: 'bp-policies',
          statement: 'A full queue drops the newest, drops the oldest, blocks the producer or spills to disk. The data decides which.',
          misconception: 'There is one right thing to do when a queue is full.',
          exercise: true,
        },
        {
          id: 'bp-tcp',
          statement: 'A full socket buffer slows the writer down, so pressure travels upstream by itself.',
          misconception: 'A write to a socket always succeeds at once.',
        },
        {
          id: 'msg-size',
          statement: 'Send a reference to large data, not the data.',
          misconception: 'A message may be as large as what it is about.',
        },
      ],
    },
  ],
} as const satisfies PartText;
