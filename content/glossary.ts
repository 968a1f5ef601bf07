/** The glossary: every term of the course once, with what the brokers call it. More of them are in `glossary/`. */
import { terms as handling } from './glossary/handling.ts';
import { terms as load } from './glossary/load.ts';
import { terms as programs } from './glossary/programs.ts';
import { terms as redis } from './glossary/redis.ts';
import { terms as shapes } from './glossary/shapes.ts';

export interface Term {
  /** As `<Term id="ack">acknowledges</Term>` refers to it. */
  readonly id: string;
  readonly term: string;
  /** One to three plain sentences. */
  readonly said: string;
  /** What the same thing, or the nearest to it, is called elsewhere, and what differs. */
  readonly translations?: { readonly kafka?: string; readonly rabbitmq?: string; readonly redis?: string };
  /** The lesson that teaches it. */
  readonly lesson: string;
}

export const glossary: readonly Term[] = [
  {
    id: 'message',
    term: 'message',
    said: 'A piece of text or bytes that one program leaves for another: what is to be done, or what has happened.',
    translations: {
      kafka: 'A record, with a key, a value and headers.',
      rabbitmq: 'A message: properties and a body.',
      redis: 'An element of a list, an entry of a stream, or a message on a channel.',
    },
    lesson: 'why-queues',
  },
  {
    id: 'queue',
    term: 'queue',
    said: 'A place where messages wait, in the order in which they came, until a consumer takes them. Each goes to one consumer.',
    translations: {
      kafka: 'A topic, cut into partitions. Reading takes nothing out.',
      rabbitmq: 'A queue. Producers do not name it, they publish to an exchange.',
      redis: 'A list, or a stream with a consumer group.',
    },
    lesson: 'why-queues',
  },
  {
    id: 'broker',
    term: 'broker',
    said: 'A server that keeps queues for other programs. They connect to it, and need not know one another.',
    lesson: 'why-queues',
  },
  {
    id: 'producer',
    term: 'producer',
    said: 'A program that puts messages in. It does not know who takes them out, or when.',
    translations: { kafka: 'Producer.', rabbitmq: 'Publisher.', redis: 'Whoever calls LPUSH, XADD or PUBLISH.' },
    lesson: 'why-queues',
  },
  {
    id: 'consumer',
    term: 'consumer',
    said: 'A program that takes messages out and does the work. It is often called a worker. Several may share one queue.',
    translations: {
      kafka: 'A member of a consumer group.',
      rabbitmq: 'A subscription of a channel to a queue.',
      redis: 'Whoever calls BRPOP, or a named consumer of a group.',
    },
    lesson: 'why-queues',
  },
  {
    id: 'correlation-id',
    term: 'correlation id',
    said: 'An id that is made where an order comes in, and that every message and every log line about this order carries.',
    translations: {
      kafka: 'A header of your own, or the trace context.',
      rabbitmq: 'The property correlation-id. There it also joins a reply to its request.',
      redis: 'A field of your own in the message.',
    },
    lesson: 'why-queues',
  },
  {
    id: 'ack',
    term: 'ack',
    said: 'Short for acknowledgement: the consumer tells the server that a message is done. Until then the server keeps it, and delivers it again when the consumer is gone.',
    translations: {
      kafka: 'Committing an offset. It is a position: everything before it counts as done.',
      rabbitmq: 'basic.ack, for one message or for all up to this one.',
      redis: 'XACK, for streams. Lists have none: a second list that is tidied up by LREM stands in for it.',
    },
    lesson: 'delivery',
  },
  {
    id: 'redelivery',
    term: 'redelivery',
    said: 'A message comes again because its ack is missing. It was delivered before; whether it was also worked on, the server cannot know.',
    translations: {
      kafka: 'After a restart or a rebalance reading goes on at the committed offset. No flag marks what was read before.',
      rabbitmq: 'The message carries the flag redelivered.',
      redis: 'A pending entry of a stream is claimed (XCLAIM, XAUTOCLAIM); its delivery count goes up.',
    },
    lesson: 'delivery',
  },
  {
    id: 'at-most-once',
    term: 'at most once',
    said: 'The ack comes before the work. Nothing is done twice, and a crash in between loses the message.',
    lesson: 'delivery',
  },
  {
    id: 'at-least-once',
    term: 'at least once',
    said: 'The work comes before the ack, and without an ack the message is delivered again. Nothing is lost, and a crash in between repeats the work.',
    lesson: 'delivery',
  },
  {
    id: 'idempotent',
    term: 'idempotent',
    said: 'Doing it twice leaves the same behind as doing it once. Often a key makes the difference.',
    lesson: 'delivery',
  },
  {
    id: 'back-pressure',
    term: 'back-pressure',
    said: 'Whoever cannot keep up makes those before it wait or turns their work away, instead of piling it up.',
    translations: {
      kafka: 'Consumers fetch at their own pace; what they have not read waits in the log until retention deletes it.',
      rabbitmq: 'Prefetch limits what a consumer holds; queues can have a maximum length; publishers that are too fast are slowed down.',
      redis: 'None of its own: a list grows until the memory is full. A stream can be trimmed with MAXLEN.',
    },
    lesson: 'backpressure',
  },
  ...handling,
  ...shapes,
  ...load,
  ...redis,
  ...programs,
];
