/** Redis, byte for byte: what each command answers. Every expectation was measured on Redis 7.0.15, which runs beside when it is there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { targetsOf } from '../target.ts';
import { changedSettingStories } from './changed-setting-stories.ts';
import { Conversation } from './conversation.ts';
import { encodingStories } from './encoding-stories.ts';
import type { Exchange, Stories } from './exchange.ts';
import { hashStories } from './hash-stories.ts';
import { keyChangeStories } from './key-change-stories.ts';
import { keyStories } from './key-stories.ts';
import { listSearchStories } from './list-search-stories.ts';
import { listStories } from './list-stories.ts';
import { serverStories } from './server-stories.ts';
import { setOptionStories } from './set-option-stories.ts';
import { setStories } from './set-stories.ts';
import { settingStories } from './setting-stories.ts';
import { sortedSetAlgebraStories } from './sorted-set-algebra-stories.ts';
import { sortedSetPopStories } from './sorted-set-pop-stories.ts';
import { sortedSetRangeStories } from './sorted-set-range-stories.ts';
import { sortedSetStories } from './sorted-set-stories.ts';
import { stringChangeStories } from './string-change-stories.ts';
import { newerStories, stringStories } from './string-stories.ts';
import { transactionStories } from './transaction-stories.ts';

const STORIES: Stories = {
  ...stringStories,
  ...listStories,
  ...keyStories,
  ...keyChangeStories,
  ...encodingStories,
  ...setOptionStories,
  ...stringChangeStories,
  ...hashStories,
  ...setStories,
  ...listSearchStories,
  ...sortedSetStories,
  ...sortedSetRangeStories,
  ...sortedSetPopStories,
  ...sortedSetAlgebraStories,
  ...settingStories,
  ...serverStories,
  ...transactionStories,
};

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

  const own = name === 'simulated' ? { ...newerStories, ...changedSettingStories } : {};
  test.each(Object.entries({ ...STORIES, ...own }))('%s', async (_, exchanges) => {
    await conversation.ask('reset');
    for (const database of [10, 9]) {
      await conversation.ask(`select ${database}`);
      await conversation.ask('flushdb');
    }
    const replies: Exchange[] = [];
    for (const [command] of exchanges) replies.push([command, withoutId(await conversation.ask(command))]);
    expect(replies).toEqual(exchanges);
  });
});

/** Each client has a number of its own. */
function withoutId(reply: string): string {
  return reply.replace(/(\$2\|id\|:)\d+/, '$1N');
}
