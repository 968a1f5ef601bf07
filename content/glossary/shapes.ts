/** Terms of the ways in which messages reach their consumers. */
import type { Term } from '../glossary.ts';

export const terms: readonly Term[] = [
  {
    id: 'fifo',
    term: 'FIFO',
    said: 'First in, first out: messages leave a queue in the order in which they came in. In which order several consumers finish them is another matter.',
    translations: {
      kafka: 'The order is kept within a partition, not across a topic.',
      rabbitmq: 'The order is kept within a queue. What is requeued goes back to its old place if that is still possible.',
      redis: 'LPUSH at one end and BRPOP at the other. A stream is in the order of its ids.',
    },
    lesson: 'fifo',
  },
  {
    id: 'competing-consumers',
    term: 'competing consumers',
    said: 'Several consumers take from one queue, and each message goes to one of them. So they share the work.',
    translations: {
      kafka: 'The members of one consumer group. A partition belongs to one member at a time.',
      rabbitmq: 'Several consumers of one queue: those that may take more get messages in turn.',
      redis:
        'Several clients in BRPOP on one list: the one that has waited longest is served. Or several consumers of one group of a stream.',
    },
    lesson: 'shapes',
  },
  {
    id: 'publish-subscribe',
    term: 'publish and subscribe',
    said: 'Each subscriber gets a copy of every message. The publisher does not know who or how many they are.',
    translations: {
      kafka: 'Every consumer group reads the whole topic for itself, at its own pace.',
      rabbitmq: 'A fanout exchange, with a queue for each subscriber. While a subscriber is away, its queue keeps the messages.',
      redis: 'PUBLISH and SUBSCRIBE reach only those who are connected at that moment. A stream with a group for each keeps them.',
    },
    lesson: 'shapes',
  },
  {
    id: 'topic',
    term: 'topic',
    said: 'A name under which messages are published. Whoever is interested subscribes to it.',
    translations: {
      kafka: 'A log with a name, cut into partitions.',
      rabbitmq: 'A type of exchange, which compares the routing key with patterns such as order.*.paid.',
      redis: 'A channel. It stores nothing.',
    },
    lesson: 'shapes',
  },
  {
    id: 'consumer-group',
    term: 'consumer group',
    said: 'Consumers under one name that share the messages among them. Another group gets all the messages once more.',
    translations: {
      kafka: 'Consumers with the same group.id. The group remembers an offset for each partition.',
      rabbitmq: 'No such thing. A queue of its own for each group, bound to one exchange, does the same.',
      redis: 'XGROUP CREATE on a stream. The group remembers what was delivered last and what is not acked yet.',
    },
    lesson: 'shapes',
  },
  {
    id: 'offset',
    term: 'offset',
    said: 'A position in a log that is kept after reading. Whoever remembers it can go on from there, or read again from an earlier one.',
    translations: {
      kafka: 'The number of a record in its partition. A group commits the offset at which it will go on.',
      rabbitmq: 'Only in streams. A queue forgets what was acked, so there is no position to go back to.',
      redis: 'The id of an entry in a stream, such as 1700000000000-0. Lists and channels have none.',
    },
    lesson: 'shapes',
  },
];
