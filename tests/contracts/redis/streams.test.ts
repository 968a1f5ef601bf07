/** Streams, byte for byte: what each command answers. Every expectation was measured on Redis 7.0.15, which runs beside when it is there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { claimStories } from './claim-stories.ts';
import { Conversation } from './conversation.ts';
import type { Exchange, Stories } from './exchange.ts';
import { groupStories } from './group-stories.ts';
import { streamInfoStories } from './stream-info-stories.ts';
import { streamReadStories } from './stream-read-stories.ts';
import { streamStories } from './stream-stories.ts';
import { withoutTimes } from './without-times.ts';

const STORIES: Stories = { ...streamStories, ...streamReadStories, ...groupStories, ...claimStories, ...streamInfoStories };

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('Redis Streams ($name)', REAL_TIME, ({ port }) => {
  let conversation: Conversation;

  beforeAll(async () => {
    conversation = await Conversation.open(port);
  });

  afterAll(async () => {
    await conversation.ask('select 9');
    await conversation.ask('flushdb');
    conversation.close();
  });

  test.each(Object.entries(STORIES))('%s', async (_, exchanges) => {
    await conversation.ask('reset');
    await conversation.ask('select 9');
    await conversation.ask('flushdb');
    const replies: Exchange[] = [];
    for (const [command] of exchanges) replies.push([command, withoutTimes(command, await conversation.ask(command))]);
    expect(replies).toEqual(exchanges);
  });
});
