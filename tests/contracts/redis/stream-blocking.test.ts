/** Blocked readers of streams: who gets what comes, and what they are told when stream or group goes away. Measured on Redis 7.0.15. */
import { afterAll, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { play } from './scene.ts';
import { streamBlockingScenes } from './stream-blocking-scenes.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('blocked readers of streams ($name)', REAL_TIME, ({ port }) => {
  test.each(Object.entries(streamBlockingScenes))('%s', async (_, steps) => {
    const played = await play(port, steps);
    const withoutNumber = played.map(([client, command, reply]) => [client, command, reply.replace(/(\$2\|id\|:)\d+/, '$1N')]);
    expect(withoutNumber).toEqual(steps);
  });
});
