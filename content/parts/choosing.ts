/** Part 8: choosing a system for a job. */
import type { PartText } from './part.ts';

export const choosing = {
  id: 'choosing',
  title: 'Choosing',
  lessons: [
    {
      id: 'choosing',
      title: 'Choosing',
      objectives: [
        {
          id: 'choose-table',
          statement: 'FIFO, Kafka, RabbitMQ and the three ways of Redis differ in model, order, routing, durability, throughput and cost.',
          misconception: 'They are all the same with other names.',
        },
        {
          id: 'choose-same-job',
          statement: 'The same handler on all of them, with one crash, leaves different traces.',
          misconception: 'A crash looks the same everywhere.',
        },
        {
          id: 'choose-criteria',
          statement: 'Latency, size, stack, team, community and tooling decide. Take a managed one when nobody wants to operate it.',
          misconception: 'Throughput decides.',
        },
        {
          id: 'choose-guide',
          statement: 'Replay: Kafka. Routing: RabbitMQ. Light and there already: Redis. One process: a library. None of these: a call.',
          misconception: 'Start with the one that scales furthest.',
          exercise: true,
        },
        {
          id: 'choose-map',
          statement: 'Where the other systems fit, from SQS and Pulsar to Postgres queues and task queues.',
          misconception: 'There are only three message queues.',
        },
      ],
    },
    {
      id: 'capstone',
      title: 'The shop, three incidents',
      objectives: [
        {
          id: 'capstone',
          statement: 'Choose, repair and survive 200 schedules, and justify the price.',
          misconception: 'A design that passed once is done.',
          exercise: true,
        },
      ],
    },
  ],
} as const satisfies PartText;
