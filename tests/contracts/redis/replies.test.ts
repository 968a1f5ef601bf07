/** Redis, byte for byte: what each command answers. Every expectation was measured on Redis 7.0.15, which runs beside when it is there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';
import type { Exchange } from './exchange.ts';
import { listStories } from './list-stories.ts';
import { newerStories, stringStories } from './string-stories.ts';
import { transactionStories } from './transaction-stories.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('Redis ($name)', ({ port, name }) => {
  let conversation: Conversation;

  beforeAll(async () => {
    conversation = await Conversation.open(port);
  });

  afterAll(async () => {
    await conversation.ask('select 9');
    await conversation.ask('flushdb');
    conversation.close();
  });

  const newer = name === 'simulated' ? newerStories : {};
  test.each(Object.entries({ ...stringStories, ...listStories, ...transactionStories, ...newer }))('%s', async (_, exchanges) => {
    await conversation.ask('select 9');
    await conversation.ask('flushdb');
    const replies: Exchange[] = [];
    for (const [command] of exchanges) replies.push([command, await conversation.ask(command)]);
    expect(replies).toEqual(exchanges);
  });
});
