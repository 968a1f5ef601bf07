/** RESP on the wire: versions, garbage and limits. Measured on Redis 7.0.15; the limits are in networking.c. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('RESP ($name)', REAL_TIME, ({ port }) => {
  const opened: Conversation[] = [];

  async function open(): Promise<Conversation> {
    const conversation = await Conversation.open(port);
    opened.push(conversation);
    return conversation;
  }

  afterEach(() => {
    for (const conversation of opened.splice(0)) conversation.close();
  });

  test('HELLO 3 greets with a map that names version 7.0.15 (redis.io/commands/hello)', async () => {
    const conversation = await open();
    const greeting = await conversation.ask('hello 3 setname worker');
    expect(greeting.replace(/id\|:\d+/, 'id|:N')).toBe(
      '%7|$6|server|$5|redis|$7|version|$6|7.0.15|$5|proto|:3|$2|id|:N|$4|mode|$10|standalone|$4|role|$6|master|$7|modules|*0',
    );
    expect(await conversation.ask('client getname')).toBe('$6|worker');
  });

  test('RESP3 has its own nil, set and map (RESP3 specification)', async () => {
    const conversation = await open();
    await conversation.ask('hello 3');
    await conversation.ask('select 11');
    await conversation.ask('flushdb');
    await conversation.ask('sadd s b');
    await conversation.ask('hset h m 01');
    const asked = ['get none', 'blpop none 0.01', 'smembers s', 'smembers none', 'hgetall h', 'hgetall none', 'sismember s b'];
    const replies: string[] = [];
    for (const command of asked) replies.push(await conversation.ask(command));
    expect(replies).toEqual(['_', '_', '~1|$1|b', '~0', '%1|$1|m|$2|01', '%0', ':1']);
    await conversation.ask('flushdb');
  });

  test('INFO is verbatim text in RESP3 and says that nothing is loading, which ioredis waits for', async () => {
    const conversation = await open();
    await conversation.ask('hello 3');
    expect(await conversation.ask('info persistence')).toMatch(/^=\d+\|txt:# Persistence\|loading:0\|/);
    expect(await conversation.ask('info bogus')).toBe('=4|txt:');
  });

  test.each([
    ['*x\r\n', '-ERR Protocol error: invalid multibulk length'],
    ['*2147483648\r\n', '-ERR Protocol error: invalid multibulk length'],
    ['*1\r\nx\r\n', "-ERR Protocol error: expected '$', got 'x'"],
    ['*3\r\nPING\r\n', "-ERR Protocol error: expected '$', got 'P'"],
    ['*1\r\n$x\r\n', '-ERR Protocol error: invalid bulk length'],
    ['*1\r\n$-1\r\n', '-ERR Protocol error: invalid bulk length'],
    ['*1\r\n$536870913\r\n', '-ERR Protocol error: invalid bulk length'],
    ['set "a\r\n', '-ERR Protocol error: unbalanced quotes in request'],
    ['x'.repeat(70_000), '-ERR Protocol error: too big inline request'],
    [`*${'1'.repeat(70_000)}`, '-ERR Protocol error: too big mbulk count string'],
    [`*1\r\n$${'1'.repeat(70_000)}`, '-ERR Protocol error: too big bulk count string'],
  ])('garbage is answered and the connection closed (networking.c): %#', async (bytes, said) => {
    const conversation = await open();
    conversation.send(bytes);
    expect(await conversation.reply()).toBe(said);
    expect(await conversation.reply()).toBe('(closed)');
  });

  test.each(['*-1\r\nPING\r\n', '*0\r\nPING\r\n', '\r\nPING\r\n', '\nPING\n'])('an empty command is passed over: %j', async (bytes) => {
    const conversation = await open();
    conversation.send(bytes);
    expect(await conversation.reply()).toBe('+PONG');
  });

  test('half a command waits for the rest, even with 512 MB announced', async () => {
    const conversation = await open();
    conversation.send('*2\r\n$4\r\nECHO\r\n$536870912\r\nab');
    expect(await conversation.isSilentFor(50)).toBe(true);
    const other = await open();
    other.send('*2\r\n$4\r\nEC');
    expect(await other.isSilentFor(20)).toBe(true);
    other.send('HO\r\n$3\r\na\rb');
    other.send('\r\n*1\r\n$4\r\nPI');
    expect(await other.reply()).toBe('$3|a\rb');
    other.send('NG\r\n');
    expect(await other.reply()).toBe('+PONG');
  });

  test('pipelined commands are answered in order, also behind a blocking one', async () => {
    const [waiting, pushing] = [await open(), await open()];
    for (const conversation of [waiting, pushing]) await conversation.ask('select 11');
    await pushing.ask('del pipe');
    waiting.send('blpop pipe 0\r\nping\r\necho x\r\n');
    expect(await waiting.isSilentFor(30)).toBe(true);
    expect(await pushing.ask('rpush pipe 1')).toBe(':1');
    expect([await waiting.reply(), await waiting.reply(), await waiting.reply()]).toEqual(['*2|$4|pipe|$1|1', '+PONG', '$1|x']);
  });

  test('QUIT answers and hangs up', async () => {
    const conversation = await open();
    expect(await conversation.ask('quit')).toBe('+OK');
    expect(await conversation.reply()).toBe('(closed)');
  });
});
