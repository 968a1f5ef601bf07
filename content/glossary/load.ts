/** Terms of load: how much comes, how long it waits, and what happens when it is too much. */
import type { Term } from '../glossary.ts';

export const terms: readonly Term[] = [
  {
    id: 'throughput',
    term: 'throughput',
    said: 'How much is done in a time, such as 40 orders a second.',
    lesson: 'why-queues',
  },
  {
    id: 'latency',
    term: 'latency',
    said: 'How long one thing takes from beginning to end. A message that waits in a queue has a longer one, even if the throughput is high.',
    lesson: 'why-queues',
  },
  {
    id: 'burst',
    term: 'burst',
    said: 'Much more than usual, for a short time. A queue can absorb it, if afterwards there is time to catch up.',
    lesson: 'why-queues',
  },
  {
    id: 'lag',
    term: 'lag',
    said: 'How far a consumer is behind: how many messages wait that it has not done yet.',
    translations: {
      kafka: 'For each partition: the end of the log minus the committed offset of the group.',
      rabbitmq: 'The depth of the queue: messages that are ready, and those that are delivered and not acked.',
      redis: 'LLEN of a list; for a group of a stream the field lag of XINFO GROUPS (since 7.0).',
    },
    lesson: 'backpressure',
  },
  {
    id: 'bounded-queue',
    term: 'bounded queue',
    said: 'A queue with a limit. When it is full, something has to give: the newest is refused, the oldest is dropped, or the producer waits.',
    translations: {
      kafka: 'Retention deletes what is old or too much, whether it was read or not.',
      rabbitmq: 'x-max-length; x-overflow says whether the oldest is dropped (the default) or a publish is refused.',
      redis: 'XADD with MAXLEN, or LTRIM after a push, drops the oldest. Nothing makes the producer wait.',
    },
    lesson: 'backpressure',
  },
  {
    id: 'claim-check',
    term: 'claim check',
    said: 'A message that carries a reference to large data, such as a video, instead of the data. The data lies in a store.',
    translations: {
      kafka: 'A batch of records may have about 1 MB by default (message.max.bytes).',
      rabbitmq: 'A message may have 128 MiB by default, 16 MiB since 4.0 (max_message_size).',
      redis: 'A string may have 512 MB, and all of it is kept in memory.',
    },
    lesson: 'backpressure',
  },
  {
    id: 'timeout',
    term: 'timeout',
    said: 'The time after which one stops waiting. It says that no answer came. It does not say that nothing was done.',
    lesson: 'why-queues',
  },
];
