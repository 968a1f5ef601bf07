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
  {
    id: 'stream',
    term: 'stream',
    said: 'A log in Redis: entries with growing ids that stay when they are read. Groups read it, each at its own position.',
    translations: {
      kafka: 'A topic with one partition comes closest. There retention deletes by age or size, here you trim.',
      rabbitmq: 'A queue of the type stream (since 3.9). Reading takes nothing away there either.',
      redis: 'XADD, XREADGROUP, XACK, XTRIM.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'pending-entry',
    term: 'pending entry',
    said: 'An entry of a stream that a member of a group has got and not acked. The group notes who has it, since when, and how often it was delivered.',
    translations: {
      kafka: 'What lies between the committed offset and what was read. It is not noted for single records.',
      rabbitmq: 'An unacked message. It goes back by itself when the connection of its consumer closes.',
      redis: 'XPENDING lists it. It stays with its member, also when that one is gone, until somebody acks or claims it.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'claim',
    term: 'claim',
    said: 'To take over a message that another consumer has got and not acked, because it has been silent for too long. It may only have been slow.',
    translations: {
      kafka: 'A rebalance: partitions of a member that is gone move to others, who go on at the committed offset.',
      rabbitmq: 'Not needed: the server redelivers when a connection closes.',
      redis: 'XAUTOCLAIM or XCLAIM, with the least idle time.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'trimming',
    term: 'trimming',
    said: 'Deleting the oldest entries of a stream, by their number or their id. It does not ask whether a group has read them.',
    translations: {
      kafka: 'Retention, by age or size, in whole segments.',
      rabbitmq: 'For streams: x-max-age and x-max-length-bytes.',
      redis: 'XTRIM, or MAXLEN and MINID of XADD.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'replica',
    term: 'replica',
    said: 'A second server that has a copy of the data of the first and can take its place. How soon it has a write, and whether anybody waits for that, differs.',
    translations: {
      kafka: 'Each partition has replicas: a leader and followers. With acks=all the answer waits for those that are in sync.',
      rabbitmq: 'A quorum queue has members on several nodes. A publish is confirmed when most of them have it.',
      redis: 'Copies after the answer. WAIT tells how many replicas have what was written. REPLICAOF NO ONE makes a master of one.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'failover',
    term: 'failover',
    said: 'Another server takes the place of one that is gone. What it did not have yet is lost, if the answer had not waited for it.',
    translations: {
      kafka: 'A replica that is in sync becomes the leader of a partition.',
      rabbitmq: 'The members of a quorum queue elect a new leader.',
      redis: 'A replica is promoted, by hand, by Redis Sentinel or within a cluster.',
    },
    lesson: 'redis-streams',
  },
  {
    id: 'snapshot',
    term: 'snapshot',
    said: 'A copy of all that is in memory, written to disk from time to time. After a restart everything since the last one is missing.',
    translations: { redis: 'An RDB file, written by the rules of the setting save.' },
    lesson: 'redis-streams',
  },
  {
    id: 'append-only-file',
    term: 'append-only file',
    said: 'A file to which every change is added. After a restart it is read from the beginning. How much may be missing depends on how often it is forced to the disk.',
    translations: {
      kafka: 'Each partition is such a file. Kafka relies on replicas rather than on forcing it to the disk.',
      rabbitmq: 'Persistent messages are written to disk before they are confirmed.',
      redis: 'AOF, with appendfsync always, everysec or no.',
    },
    lesson: 'redis-streams',
  },
];
