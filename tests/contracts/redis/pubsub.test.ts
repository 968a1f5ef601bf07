/** Pub/Sub in raw bytes: who hears what, what is told, and what a connection that listens may still do. Sources: semantics.md "Redis, Pub/Sub", pubsub.c of 7.0. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('Pub/Sub ($name)', REAL_TIME, ({ port, happenings }) => {
  const open: Conversation[] = [];

  async function client(protocol: 2 | 3 = 2): Promise<Conversation> {
    const conversation = await Conversation.open(port);
    open.push(conversation);
    if (protocol === 3) await conversation.ask('hello 3');
    return conversation;
  }

  /** Asks, and reads as many replies as there are. */
  async function replies(conversation: Conversation, line: string, count: number): Promise<string[]> {
    conversation.send(`${line}\r\n`);
    const all: string[] = [];
    for (let left = count; left > 0; left -= 1) all.push(await conversation.reply());
    return all;
  }

  afterEach(() => {
    for (const conversation of open.splice(0)) conversation.close();
  });

  test('a message to a channel that nobody listens to is gone', async () => {
    const publisher = await client();
    expect(await publisher.ask('publish inflight:none hello')).toBe(':0');
  });

  test('each channel is answered with the number of subscriptions', async () => {
    expect(await replies(await client(), 'subscribe inflight:a inflight:b inflight:a', 3)).toEqual([
      '*3|$9|subscribe|$10|inflight:a|:1',
      '*3|$9|subscribe|$10|inflight:b|:2',
      '*3|$9|subscribe|$10|inflight:a|:2',
    ]);
  });

  test('one client with a channel and two patterns hears it three times', async () => {
    const listener = await client();
    await listener.ask('subscribe inflight:news');
    await replies(listener, 'psubscribe inflight:n* inflight:?ews', 2);
    const publisher = await client();
    expect(await publisher.ask('publish inflight:news hi')).toBe(':3');
    expect(await listener.reply()).toBe('*3|$7|message|$13|inflight:news|$2|hi');
    // Redis keeps patterns in a table with a seed of its own for each start: their order is not promised.
    expect([await listener.reply(), await listener.reply()].toSorted()).toEqual([
      '*4|$8|pmessage|$11|inflight:n*|$13|inflight:news|$2|hi',
      '*4|$8|pmessage|$13|inflight:?ews|$13|inflight:news|$2|hi',
    ]);
  });

  test.each([
    ['inflight:[ae]', 'inflight:a', 1],
    ['inflight:[^e]', 'inflight:e', 0],
    ['inflight:[^e]', 'inflight:a', 1],
    ['inflight:[c-a]x', 'inflight:bx', 1],
    ['inflight:\\*', 'inflight:*', 1],
    ['inflight:\\*', 'inflight:x', 0],
    ['inflight:[ab', 'inflight:b', 1],
    ['inflight:*end', 'inflight:the end of the end', 1],
    ['inflight:?', 'inflight:', 0],
  ])('the pattern %s and the channel %s', async (pattern, channel, heard) => {
    const listener = await client();
    await listener.ask(`psubscribe "${pattern.replaceAll('\\', '\\\\')}"`);
    expect(await (await client()).ask(`publish "${channel}" x`)).toBe(`:${heard}`);
  });

  test('a RESP2 connection that listens may only listen, ping and leave', async () => {
    const listener = await client();
    await listener.ask('subscribe inflight:a');
    expect(await listener.ask('get x')).toBe(
      "-ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context",
    );
    expect(await listener.ask('ping')).toBe('*2|$4|pong|$0|');
    expect(await listener.ask('ping hello')).toBe('*2|$4|pong|$5|hello');
    expect(await listener.ask('unsubscribe')).toBe('*3|$11|unsubscribe|$10|inflight:a|:0');
    expect(await listener.ask('ping')).toBe('+PONG');
  });

  test('a RESP3 connection may do anything, and messages are pushes', async () => {
    const listener = await client(3);
    expect(await listener.ask('subscribe inflight:a')).toBe('>3|$9|subscribe|$10|inflight:a|:1');
    expect(await listener.ask('ping')).toBe('+PONG');
    await (await client()).ask('publish inflight:a hi');
    expect(await listener.reply()).toBe('>3|$7|message|$10|inflight:a|$2|hi');
  });

  test('who listens to nothing is told so once', async () => {
    const listener = await client();
    expect(await listener.ask('unsubscribe')).toBe('*3|$11|unsubscribe|$-1|:0');
    expect(await listener.ask('punsubscribe inflight:x')).toBe('*3|$12|punsubscribe|$10|inflight:x|:0');
  });

  test('shard channels are apart from the others', async () => {
    const listener = await client();
    expect(await listener.ask('ssubscribe inflight:a')).toBe('*3|$10|ssubscribe|$10|inflight:a|:1');
    const publisher = await client();
    expect(await publisher.ask('publish inflight:a x')).toBe(':0');
    expect(await publisher.ask('spublish inflight:a x')).toBe(':1');
    expect(await listener.reply()).toBe('*3|$8|smessage|$10|inflight:a|$1|x');
    expect(await publisher.ask('pubsub shardnumsub inflight:a')).toBe('*2|$10|inflight:a|:1');
  });

  test('PUBSUB tells channels that match, their listeners, and the patterns', async () => {
    const listener = await client();
    await replies(listener, 'subscribe inflight:one inflight:two', 2);
    await listener.ask('psubscribe inflight:t*');
    const asker = await client();
    expect(await asker.ask('pubsub channels inflight:o*')).toBe('*1|$12|inflight:one');
    expect(await asker.ask('pubsub numsub inflight:two inflight:none')).toBe('*4|$12|inflight:two|:1|$13|inflight:none|:0');
    expect(await asker.ask('pubsub numpat')).toMatch(/^:[1-9]/);
    expect(await asker.ask('pubsub channels a b')).toBe(
      "-ERR unknown subcommand or wrong number of arguments for 'channels'. Try PUBSUB HELP.",
    );
  });

  test('RESET ends listening without a word', async () => {
    const listener = await client();
    await listener.ask('subscribe inflight:a');
    expect(await listener.ask('reset')).toBe('+RESET');
    expect(await (await client()).ask('publish inflight:a x')).toBe(':0');
    expect(await listener.ask('ping')).toBe('+PONG');
  });

  test.runIf(happenings !== undefined && port !== 6379)('the story tells who got it, and that nobody did', async () => {
    happenings.length = 0;
    const publisher = await client();
    await publisher.ask('publish inflight:s early');
    const listener = await client();
    await listener.ask('subscribe inflight:s');
    await publisher.ask('publish inflight:s late');
    const told = happenings
      .filter(({ level, messageId }) => level === 'story' && messageId !== undefined)
      .map(({ kind, messageId }) => `${kind} ${messageId}`);
    expect(told).toEqual([
      expect.stringMatching('messagePublished'),
      expect.stringMatching('messageDropped'),
      expect.stringMatching('messagePublished'),
      expect.stringMatching('messageDelivered'),
    ]);
  });
});
