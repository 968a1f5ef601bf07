/** What wakes those who wait: members, renamed, copied and moved keys, exchanged databases. Sources: semantics.md "Redis, lists", blocked.c and db.c of 7.0. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

/** Long enough for a command to have reached the server and be blocked there. */
const SETTLE_MS = 40;

describe.each(targets)('waking ($name)', REAL_TIME, ({ port }) => {
  const open: Conversation[] = [];
  let other: Conversation;

  async function client(): Promise<Conversation> {
    const conversation = await Conversation.open(port);
    open.push(conversation);
    await conversation.ask('select 10');
    return conversation;
  }

  /** A client that is blocked in this command by now. */
  async function waiting(command: string): Promise<Conversation> {
    const conversation = await client();
    conversation.send(`${command}\r\n`);
    await later(SETTLE_MS);
    return conversation;
  }

  async function clean(): Promise<void> {
    for (const database of [9, 10]) {
      await other.ask(`select ${database}`);
      await other.ask('flushdb');
    }
  }

  beforeEach(async () => {
    other = await client();
    await clean();
  });

  afterEach(async () => {
    await clean();
    for (const conversation of open.splice(0)) conversation.close();
  });

  test('one ZADD of three with two BZPOPMIN waiters: the first gets the lowest, the second the next', async () => {
    const first = await waiting('bzpopmin z 0');
    const second = await waiting('bzpopmax none z 0');
    expect(await other.ask('zadd z 3 c 1 a 2 b')).toBe(':3');
    expect([await first.reply(), await second.reply()]).toEqual(['*3|$1|z|$1|a|$1|1', '*3|$1|z|$1|c|$1|3']);
    expect(await other.ask('zrange z 0 -1')).toBe('*1|$1|b');
  });

  test('BZMPOP and BLMPOP take as many as they count', async () => {
    const members = await waiting('bzmpop 0 2 none z max count 2');
    const elements = await waiting('blmpop 0 1 l right count 2');
    await other.ask('zadd z 1 a 2 b 3 c');
    await other.ask('rpush l a b c');
    expect(await members.reply()).toBe('*2|$1|z|*2|*2|$1|c|$1|3|*2|$1|b|$1|2');
    expect(await elements.reply()).toBe('*2|$1|l|*2|$1|c|$1|b');
  });

  test.each(['zunionstore z 1 src', 'zrangestore z src 0 0', 'rename src z', 'renamenx src z', 'copy src z', 'zincrby z 1 m'])(
    '%s wakes who waits for a member',
    async (command) => {
      await other.ask('zadd src 1 m');
      const waiter = await waiting('bzpopmin z 0');
      await other.ask(command);
      expect(await waiter.reply()).toBe('*3|$1|z|$1|m|$1|1');
    },
  );

  test.each(['rename src l', 'renamenx src l', 'copy src l', 'lmove src l left left'])(
    '%s wakes who waits at the list',
    async (command) => {
      await other.ask('rpush src m');
      const waiter = await waiting('blpop l 0');
      await other.ask(command);
      expect(await waiter.reply()).toBe('*2|$1|l|$1|m');
    },
  );

  test.each(['move l 10', 'copy l l db 10', 'swapdb 9 10'])('%s from another database wakes who waits at the list', async (command) => {
    const waiter = await waiting('blpop l 0');
    await other.ask('select 9');
    await other.ask('rpush l m');
    await other.ask(command);
    expect(await waiter.reply()).toBe('*2|$1|l|$1|m');
  });

  test.each(['zunionstore k 1 src', 'zrangestore k src 0 0'])('%s over a text wakes nobody (dbOverwrite in db.c)', async (command) => {
    const waiter = await waiting('bzpopmin k 0.2');
    await other.ask('zadd src 1 m');
    await other.ask('set k text');
    expect(await other.ask(command)).toBe(':1');
    expect(await waiter.reply()).toBe('*-1');
  });

  test('a list does not wake who waits for a member, and the other way round', async () => {
    const member = await waiting('bzpopmin k 0');
    const element = await waiting('blpop k 0');
    await other.ask('zadd k 1 m');
    expect(await member.reply()).toBe('*3|$1|k|$1|m|$1|1');
    await other.ask('rpush k e');
    expect(await element.reply()).toBe('*2|$1|k|$1|e');
  });

  test('what is put at a key and taken again within a transaction wakes nobody', async () => {
    const waiter = await waiting('bzpopmin z 0.2');
    await other.ask('multi');
    await other.ask('zadd z 1 m');
    await other.ask('zrem z m');
    await other.ask('exec');
    expect(await waiter.reply()).toBe('*-1');
  });

  test.each(['rename k gone', 'rename src k', 'move k 9', 'copy src k replace', 'swapdb 9 10', 'pexpireat k 1', 'zadd k 2 m', 'zrem k m'])(
    'WATCH: %s by another spoils the transaction',
    async (command) => {
      for (const key of ['k', 'src']) await other.ask(`zadd ${key} 1 m`);
      const watcher = await client();
      await watcher.ask('watch k');
      await other.ask(command);
      await watcher.ask('multi');
      await watcher.ask('ping');
      expect(await watcher.ask('exec')).toBe('*-1');
    },
  );

  test.each(['zadd k 1 m', 'zadd k nx 2 m', 'zrem k none', 'touch k', 'copy k other', 'renamenx src k', 'zpopmin none', 'persist k'])(
    'WATCH: %s changes nothing',
    async (command) => {
      for (const key of ['k', 'src']) await other.ask(`zadd ${key} 1 m`);
      const watcher = await client();
      await watcher.ask('watch k');
      await other.ask(command);
      await watcher.ask('multi');
      await watcher.ask('ping');
      expect(await watcher.ask('exec')).toBe('*1|+PONG');
    },
  );
});
