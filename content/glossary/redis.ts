/** Terms of Redis and of what is built on it. */
import type { Term } from '../glossary.ts';

export const terms: readonly Term[] = [
  {
    id: 'processing-list',
    term: 'processing list',
    said: 'A second list for what a worker has in its hands. BLMOVE puts a job there in the same step in which it takes it; LREM takes it off when it is done.',
    translations: {
      kafka: 'Not needed. What was read stays in the log; the committed offset says how far a group is.',
      rabbitmq: 'Not needed. The server itself keeps what was delivered and not acked.',
      redis: 'Needed for lists only. A group of a stream has its pending entries.',
    },
    lesson: 'redis-lists',
  },
  {
    id: 'blocking-command',
    term: 'blocking command',
    said: 'A command that Redis answers only when there is something, or when a time is up: BRPOP, BLMOVE, XREADGROUP with BLOCK. Its connection does nothing else meanwhile.',
    translations: {
      kafka: 'A fetch waits at the broker too, until there are enough bytes (fetch.min.bytes) or a time is up.',
      rabbitmq: 'Not needed: the server pushes messages to a consumer.',
      redis: 'The client that has waited longest is served first.',
    },
    lesson: 'redis-lists',
  },
  {
    id: 'race',
    term: 'race',
    said: 'Two programs look and then act. In between the other one acts too, so that what was seen is no longer true.',
    lesson: 'redis-lists',
  },
  {
    id: 'transaction',
    term: 'transaction',
    said: 'Several steps that others see as one. What else the word promises differs: some undo everything when one step fails.',
    translations: {
      kafka: 'Records in several partitions and offsets become visible together, or not at all.',
      rabbitmq: 'tx.select makes publishes and acks take effect together. Confirms are the usual choice, and faster.',
      redis: 'MULTI and EXEC: no other command comes in between. Nothing is rolled back. WATCH lets EXEC do nothing if a key has changed.',
    },
    lesson: 'redis-lists',
  },
  {
    id: 'delayed-queue',
    term: 'delayed queue',
    said: 'A queue whose messages may be taken only after a time of their own: reminders, retries after a pause.',
    translations: {
      kafka: 'None of its own. A consumer waits, or a topic for each delay.',
      rabbitmq: 'A queue with a TTL whose dead letters go to the real queue, or the plugin for delayed exchanges.',
      redis: 'A sorted set with the due times as scores, and somebody who looks.',
    },
    lesson: 'redis-lists',
  },
  {
    id: 'channel',
    term: 'channel',
    said: 'A name in Redis under which messages are published to those who listen at that moment. Nothing is kept. (In RabbitMQ the word means something else.)',
    translations: {
      kafka: 'A topic comes closest, but it keeps its records.',
      rabbitmq:
        'A fanout exchange with a queue for each subscriber comes closest. What RabbitMQ calls a channel is a conversation inside a connection.',
      redis: 'PUBLISH, SUBSCRIBE, and PSUBSCRIBE for patterns.',
    },
    lesson: 'redis-pubsub',
  },
];
