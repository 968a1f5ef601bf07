/** Part 3: Kafka, the log that is read and stays. */
import type { PartText } from './part.ts';

export const kafka = {
  id: 'kafka',
  title: 'Kafka, the log',
  lessons: [
    {
      id: 'kafka-log',
      title: 'A log that stays',
      objectives: [
        {
          id: 'kafka-append',
          statement: 'A topic is a set of partitions to which records are appended. Reading removes nothing; offsets number the records.',
          misconception: 'A consumer removes what it reads.',
          python: true,
        },
        {
          id: 'kafka-offset',
          statement: 'A consumer remembers how far it read. It can seek back, replay and skip ahead.',
          misconception: 'The broker keeps a list of what each consumer has seen.',
          exercise: true,
        },
        {
          id: 'kafka-start',
          statement: 'Earliest and latest matter only while a group has no committed offset.',
          misconception: 'fromBeginning replays everything at each start.',
          exercise: true,
        },
        {
          id: 'kafka-retention',
          statement: 'Old records go by age, by size, or by compaction, which keeps the last value of each key.',
          misconception: 'A record is deleted once everybody has read it.',
        },
        {
          id: 'kafka-retain-lag',
          statement: 'Retention can overtake a stopped consumer; what it had not read is gone.',
          misconception: 'Kafka waits for slow consumers before it deletes.',
        },
        {
          id: 'kafka-batch',
          statement: 'Logs are fast because they batch, append and serve from the page cache.',
          misconception: 'Each record is one request.',
        },
      ],
    },
    {
      id: 'kafka-groups',
      title: 'Groups and rebalances',
      objectives: [
        {
          id: 'kafka-group',
          statement: 'Within a group a partition belongs to one member, and surplus members idle. Groups are independent.',
          misconception: 'Members of one group each get a copy.',
        },
        {
          id: 'kafka-count',
          statement: 'Choose the number of partitions for the peak. Adding some later moves keys.',
          misconception: 'Keys stay where they are when partitions are added.',
          exercise: true,
        },
        {
          id: 'kafka-rebalance',
          statement: 'When a member joins, leaves or dies, partitions move, and uncommitted records come again.',
          misconception: 'A rebalance is invisible to the handler.',
          exercise: true,
        },
      ],
    },
    {
      id: 'kafka-ordering',
      title: 'Keys and order',
      objectives: [
        {
          id: 'kafka-key',
          statement: 'The key chooses the partition: order holds per key, not across keys. Other clients may hash otherwise.',
          misconception: 'A topic is ordered.',
          exercise: true,
        },
        {
          id: 'kafka-global',
          statement: 'Global order needs one partition, and so costs parallelism.',
          misconception: 'Global order is a setting.',
        },
        {
          id: 'kafka-hot',
          statement: 'A hot key makes a hot partition and lag. Sub-keys spread it and give up the order of that key.',
          misconception: 'Virtual nodes or more partitions split one key.',
          exercise: true,
        },
      ],
    },
    {
      id: 'kafka-replication',
      title: 'Replicas and acknowledgements',
      objectives: [
        {
          id: 'kafka-replica',
          statement:
            'A leader, followers, the in-sync replicas: a record is committed when all in-sync replicas have it. A follower takes over.',
          misconception: 'A record is safe as soon as the leader has it.',
        },
        {
          id: 'kafka-acks',
          statement: 'acks all, leader or none: each loses something else when a broker fails.',
          misconception: 'acks only changes speed.',
          exercise: true,
        },
        {
          id: 'kafka-min-isr',
          statement: 'With one replica left, either refuse writes or risk losing them: consistency against availability.',
          misconception: 'acks all always means more than one copy.',
        },
      ],
    },
    {
      id: 'kafka-commit',
      title: 'Commit before or after',
      objectives: [
        {
          id: 'kafka-commit',
          statement: 'Commit before the work: at most once; after it: at least once. A commit is a position, not a record.',
          misconception: 'Committing offset 7 leaves the failed record 5 to be read again.',
          exercise: true,
        },
      ],
    },
    {
      id: 'kafka-transactions',
      title: 'Transactions, and where Kafka fits',
      objectives: [
        {
          id: 'kafka-eos',
          statement: 'Idempotent producers and transactions give exactly once inside one cluster, not beyond it.',
          misconception: 'With transactions a mail is sent exactly once.',
        },
        {
          id: 'kafka-fits',
          statement: 'Kafka fits event sourcing, streams, several readers and log pipelines. It costs operation and companions.',
          misconception: 'Kafka is the better queue for any job.',
        },
      ],
    },
  ],
} as const satisfies PartText;
