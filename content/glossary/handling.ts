/** Terms of handling one message: giving back, trying again, giving up. */
import type { Term } from '../glossary.ts';

export const terms: readonly Term[] = [
  {
    id: 'nack',
    term: 'nack',
    said: 'A negative acknowledgement: the consumer gives a message back undone. It is delivered again, or put aside.',
    translations: {
      kafka:
        'None in a consumer group: seek back, or write the record to a topic for later. Share groups (4.x) can release or reject one record.',
      rabbitmq: 'basic.nack or basic.reject, each with or without requeue.',
      redis: 'None. An entry of a stream stays pending until somebody claims it; an element of a list has to be pushed back.',
    },
    lesson: 'delivery',
  },
  {
    id: 'prefetch',
    term: 'prefetch',
    said: 'How many messages a consumer may hold without having acked them. A small number keeps the rest in the queue, for others who are free.',
    translations: {
      kafka: 'max.poll.records limits what one poll returns. How much lies unfinished, the broker does not count.',
      rabbitmq: 'basic.qos, in amqplib channel.prefetch(n). Without it there is no limit.',
      redis: 'COUNT of XREADGROUP limits one read. A pop from a list takes one element, unless it is asked for more.',
    },
    lesson: 'delivery',
  },
  {
    id: 'exactly-once',
    term: 'exactly once',
    said: 'A message cannot be delivered exactly once where an ack may get lost. Its effect can be had once: deliver at least once, and make the work idempotent.',
    translations: {
      kafka: 'Transactions, for what is read from Kafka and written to Kafka. A charge or a mail is outside of them.',
      rabbitmq: 'At least once, with confirms and acks.',
      redis: 'At least once, with a group of a stream and XACK.',
    },
    lesson: 'delivery',
  },
  {
    id: 'visibility-timeout',
    term: 'visibility timeout',
    said: 'A message that was taken is hidden from others for a while. If it is not acked by then, it can be taken again, even if its first consumer is only slow. The term is from Amazon SQS.',
    translations: {
      kafka: 'None. A member that does not poll within max.poll.interval.ms loses its partitions to others.',
      rabbitmq:
        'None: it is redelivered when the connection or channel closes. A channel whose ack is overdue is closed (consumer_timeout, 30 minutes by default).',
      redis: 'The idle time that XAUTOCLAIM is asked for. Whoever claims decides how long is too long.',
    },
    lesson: 'delivery',
  },
  {
    id: 'retry',
    term: 'retry',
    said: 'Trying again what failed. It needs a limit, a pause that grows, and work that may be done twice.',
    lesson: 'delivery',
  },
  {
    id: 'poison-message',
    term: 'poison message',
    said: 'A message that fails every time, because of what is in it. Given back without a limit, it comes for ever.',
    translations: {
      kafka: 'The whole partition waits behind it, until the consumer skips it.',
      rabbitmq: 'Requeued, it comes again at once. A quorum queue counts deliveries and can drop it at a limit.',
      redis: 'XPENDING shows how often an entry of a stream was delivered. The limit is up to you.',
    },
    lesson: 'dead-letters',
  },
  {
    id: 'dead-letter',
    term: 'dead letter',
    said: 'A message that was put aside because it failed too often, expired, or found no room. It waits where somebody can look at it.',
    translations: {
      kafka: 'A topic of your own that the consumer writes to. Kafka Connect can do so for sink connectors.',
      rabbitmq: 'A dead-letter exchange of the queue: for what was rejected, expired or beyond the limit. The reason is in the headers.',
      redis: 'A list or stream of your own.',
    },
    lesson: 'dead-letters',
  },
  {
    id: 'durable',
    term: 'durable',
    said: 'Still there after the broker restarts. Ask of which part it is said: the queue, the message, or the copy on other machines.',
    translations: {
      kafka: 'Every record is in the log. acks=all waits until the replicas in sync have it.',
      rabbitmq: 'A durable queue, a persistent message, and a confirm that it was taken over: three settings.',
      redis: 'Snapshots (RDB) or a log of commands (AOF), with a moment that may be lost, depending on appendfsync.',
    },
    lesson: 'fifo',
  },
  {
    id: 'message-contract',
    term: 'message contract',
    said: 'What producer and consumer agree on: which fields a message has and what they mean. It grows by fields that old consumers may ignore.',
    lesson: 'why-queues',
  },
  {
    id: 'effect',
    term: 'outside effect',
    said: 'What leaves the system and cannot be taken back: money, a mail, a parcel.',
    lesson: 'delivery',
  },
];
