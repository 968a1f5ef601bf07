/** Part 4: RabbitMQ, the router. */
import type { PartText } from './part.ts';

export const rabbitmq = {
  id: 'rabbitmq',
  title: 'RabbitMQ, the router',
  lessons: [
    {
      id: 'rabbit-exchanges',
      title: 'Exchanges and bindings',
      objectives: [
        {
          id: 'rabbit-exchange',
          statement:
            'A producer publishes to an exchange; bindings lead to queues; consumers read queues. The default exchange is one too.',
          misconception: 'A producer sends to a queue.',
          python: true,
        },
        {
          id: 'rabbit-types',
          statement: 'Direct, fanout, topic (* is one word, # zero or more) and headers exchanges route differently.',
          misconception: 'In a topic pattern # needs at least one word.',
          exercise: true,
        },
        {
          id: 'rabbit-unroutable',
          statement: 'A message that no binding matches is dropped, returned (mandatory) or goes to the alternate exchange.',
          misconception: 'An unroutable message waits in the exchange.',
        },
      ],
    },
    {
      id: 'rabbit-acks',
      title: 'Acknowledgements and prefetch',
      objectives: [
        {
          id: 'rabbit-ack',
          statement: 'A message is deleted after its ack only. If the consumer dies before, it comes again with the redelivered flag.',
          misconception: 'autoAck is the same with less code.',
          exercise: true,
        },
        {
          id: 'rabbit-prefetch',
          statement: 'Without a limit the first consumer hoards the backlog. A prefetch limit shares it fairly.',
          misconception: 'RabbitMQ always hands messages out one by one.',
          exercise: true,
        },
        {
          id: 'rabbit-gone',
          statement: 'After the ack a message is gone: a queue has no replay. A stream is another type.',
          misconception: 'Old messages can be read again.',
        },
      ],
    },
    {
      id: 'rabbit-durability',
      title: 'What survives a restart',
      objectives: [
        {
          id: 'rabbit-durable',
          statement: 'Durable queue, persistent message, publisher confirm: each one that is missing loses something else.',
          misconception: 'durable covers the messages too, and a confirm means that the consumer did the work.',
          exercise: true,
        },
        {
          id: 'rabbit-quorum',
          statement: 'A quorum queue keeps its messages while a majority of its nodes lives.',
          misconception: 'A replicated queue survives the loss of any node but one.',
          exercise: true,
        },
      ],
    },
    {
      id: 'rabbit-flow',
      title: 'Expiry, dead letters, priorities',
      objectives: [
        {
          id: 'rabbit-ttl-dlx',
          statement: 'Time to live, dead-letter exchange and maximum length build delayed queues and keep failures.',
          misconception: 'A nack with requeue waits before the next try.',
          exercise: true,
        },
        {
          id: 'rabbit-priority',
          statement: 'A priority queue delivers higher priorities first and keeps FIFO within a priority.',
          misconception: 'A high priority overtakes what was already delivered.',
        },
      ],
    },
    {
      id: 'rabbit-rpc',
      title: 'Request and reply, and where RabbitMQ fits',
      objectives: [
        {
          id: 'rabbit-rpc',
          statement: 'A reply queue and a correlation id make a call out of two messages. It blocks like a call, and is often misused.',
          misconception: 'Replies come back in the order of the requests.',
          exercise: true,
        },
        {
          id: 'rabbit-fits',
          statement: 'RabbitMQ fits work queues, routing, banking and inventory. It speaks AMQP, STOMP and MQTT.',
          misconception: 'RabbitMQ is an old Kafka.',
        },
      ],
    },
  ],
} as const satisfies PartText;
