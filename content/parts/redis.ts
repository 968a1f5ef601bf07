/** Part 5: Redis, three ways to pass a message. */
import type { PartText } from './part.ts';

export const redis = {
  id: 'redis',
  title: 'Redis, three ways',
  lessons: [
    {
      id: 'redis-lists',
      title: 'Lists',
      objectives: [
        {
          id: 'redis-list',
          statement: 'LPUSH puts in on the left, BRPOP takes from the right and blocks until something is there or the time is up.',
          misconception: 'A worker has to poll a list.',
        },
        {
          id: 'redis-list-loss',
          statement: 'A popped job dies with its worker. BLMOVE keeps it on a processing list until it is done.',
          misconception: 'A list loses nothing.',
          exercise: true,
        },
        {
          id: 'redis-atomic',
          statement: 'Check and move must be one step: MULTI, a script or a single command. Two commands race.',
          misconception: 'Redis has one thread, so two commands in a row cannot be interrupted.',
        },
        {
          id: 'redis-delay',
          statement: 'A sorted set with due times as scores is a delayed queue.',
          misconception: 'EXPIRE delivers a job when its time has come.',
          exercise: true,
        },
      ],
    },
    {
      id: 'redis-pubsub',
      title: 'Publish and subscribe',
      objectives: [
        {
          id: 'redis-pubsub',
          statement: 'Now or never: PUBLISH counts who received it; with nobody there the message is gone.',
          misconception: 'Two subscribers share the load, and a late one gets what it missed.',
          exercise: true,
          python: true,
        },
      ],
    },
    {
      id: 'redis-streams',
      title: 'Streams, and where Redis fits',
      objectives: [
        {
          id: 'redis-stream',
          statement: 'XADD keeps; a group splits the entries; XACK settles; what stays pending can be claimed after an idle time.',
          misconception: 'Idle means dead, and a group made at $ sees the backlog.',
          exercise: true,
        },
        {
          id: 'redis-trim',
          statement: 'A stream grows until it is trimmed.',
          misconception: 'XACK deletes the entry.',
        },
        {
          id: 'redis-durability',
          statement: 'After a restart Redis has nothing, the last snapshot or its append-only file: a setting.',
          misconception: 'Redis never keeps anything, or always does.',
        },
        {
          id: 'redis-replica',
          statement: 'A replica can miss a write that was accepted. WAIT makes the gap smaller.',
          misconception: 'OK means that the replicas have it.',
        },
        {
          id: 'redis-fits',
          statement: 'Redis fits small teams that have it already, when some loss is acceptable or streams are used with care.',
          misconception: 'Redis is no message queue at all.',
        },
      ],
    },
  ],
} as const satisfies PartText;
