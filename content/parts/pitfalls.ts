/** Part 7: what goes wrong in production. */
import type { PartText } from './part.ts';

export const pitfalls = {
  id: 'pitfalls',
  title: 'Pitfalls',
  lessons: [
    {
      id: 'exactly-once',
      title: 'Exactly once',
      objectives: [
        {
          id: 'pit-guarantees',
          statement: 'When an ack is lost nobody can know whether the work was done: two generals. Each guarantee chooses what then.',
          misconception: 'A better protocol could make both sides sure.',
        },
        {
          id: 'pit-idempotent',
          statement: 'A dedup key, an upsert or a conditional write, recorded together with the effect, makes a repeat harmless.',
          misconception: 'Check, then record, is enough; or a new id on each retry.',
          exercise: true,
        },
        {
          id: 'pit-outbox',
          statement: 'An effect and a message cannot be atomic. An outbox and an inbox close the gap; the relay can still repeat.',
          misconception: 'Writing the row and then sending the message is safe.',
          exercise: true,
        },
      ],
    },
    {
      id: 'order-trap',
      title: 'The order trap',
      objectives: [
        {
          id: 'pit-order',
          statement: 'Order holds per partition, and retries or more consumers break it.',
          misconception: 'The broker keeps order, so the effects are in order.',
          exercise: true,
        },
      ],
    },
    {
      id: 'pubsub-trap',
      title: 'The Pub/Sub trap',
      objectives: [
        {
          id: 'pit-pubsub',
          statement: 'Pub/Sub keeps nothing: who was away has missed it.',
          misconception: 'A message that was published arrives.',
          exercise: true,
        },
      ],
    },
    {
      id: 'blocking-trap',
      title: 'The blocking trap',
      objectives: [
        {
          id: 'pit-blocking',
          statement: 'A blocking call delays heartbeats: the consumer is thrown out and its work is done twice.',
          misconception: 'A consumer that works hard is seen as alive.',
          exercise: true,
        },
      ],
    },
    {
      id: 'dead-letters',
      title: 'Poison messages and dead letters',
      objectives: [
        {
          id: 'pit-poison',
          statement: 'A message that always fails and is always requeued blocks the queue for ever.',
          misconception: 'Enough retries cure every failure.',
        },
        {
          id: 'pit-dlq',
          statement:
            'After three to five tries with back-off, put the original, the error and its history on a dead-letter queue; watch and replay it.',
          misconception: 'A dead-letter queue is where messages go to be forgotten.',
          exercise: true,
        },
      ],
    },
    {
      id: 'watching',
      title: 'Watching a queue',
      objectives: [
        {
          id: 'pit-watch',
          statement: 'Watch depth, lag per partition, oldest age, errors, and the p50 and p95 of the time. Averages hide hot partitions.',
          misconception: 'A short queue on average means that all is well.',
          exercise: true,
        },
      ],
    },
  ],
} as const satisfies PartText;
