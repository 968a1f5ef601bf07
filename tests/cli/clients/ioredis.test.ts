/** Real ioredis in plain Node over real TCP: `inflight serve` and a real Redis do the same for it. */
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { later, REAL_TIME } from '../../contracts/target.ts';
import { EVERY_BYTE, FIVE_MEGABYTES, openTargets } from './targets.ts';

const targets = await openTargets();
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('ioredis with the $name Redis', REAL_TIME, ({ name, port }) => {
  let redis: Redis;
  let other: Redis;

  beforeEach(async () => {
    redis = new Redis({ port });
    other = new Redis({ port });
    await redis.flushall();
  });

  afterEach(() => {
    redis.disconnect();
    other.disconnect();
  });

  test('strings with expiry', async () => {
    expect(await redis.set('a', '1', 'PX', 40, 'NX')).toBe('OK');
    expect(await redis.set('a', '2', 'NX')).toBeNull();
    expect(await redis.pttl('a')).toBeGreaterThan(0);
    expect(await redis.incrby('n', 41)).toBe(41);
    expect(await redis.incr('n')).toBe(42);
    await later(60);
    expect(await redis.get('a')).toBeNull();
    await expect(redis.lpush('n', 'x')).rejects.toThrow('WRONGTYPE Operation against a key holding the wrong kind of value');
  });

  test('lists, with a client that waits for another', async () => {
    const popped = redis.brpop('jobs', 5);
    await later(20);
    expect(await other.lpush('jobs', 'first', 'second')).toBe(2);
    expect(await popped).toEqual(['jobs', 'first']);
    expect(await redis.blmove('jobs', 'held', 'RIGHT', 'LEFT', 1)).toBe('second');
    expect(await redis.lrange('held', 0, -1)).toEqual(['second']);
    expect(await redis.lrem('held', 1, 'second')).toBe(1);
    expect(await redis.blpop('jobs', 0.05)).toBeNull();
  });

  test('hashes, sets and sorted sets', async () => {
    expect(await redis.hset('h', { name: 'Ann', age: '30' })).toBe(2);
    expect(await redis.hgetall('h')).toEqual({ name: 'Ann', age: '30' });
    expect(await redis.hincrby('h', 'age', 1)).toBe(31);
    expect(await redis.sadd('s', 'a', 'b', 'a')).toBe(2);
    expect((await redis.smembers('s')).sort()).toEqual(['a', 'b']);
    expect(await redis.zadd('z', 2, 'late', 1.5, 'soon')).toBe(2);
    expect(await redis.zrange('z', '0', '-1', 'WITHSCORES')).toEqual(['soon', '1.5', 'late', '2']);
    expect(await redis.zrangebyscore('z', '-inf', '(2')).toEqual(['soon']);
    expect(await redis.bzpopmin('z', 1)).toEqual(['z', 'soon', '1.5']);
  });

  test('a transaction ends when a watched key changes', async () => {
    await redis.watch('stock');
    await other.set('stock', '0');
    expect(await redis.multi().decr('stock').exec()).toBeNull();
    const replies = await redis.multi().incr('stock').lpush('stock', 'x').get('stock').exec();
    expect(replies?.map(([error, value]) => error?.message.split(' ')[0] ?? value)).toEqual([1, 'WRONGTYPE', '1']);
  });

  test('a pipeline', async () => {
    const pipeline = redis.pipeline();
    for (let index = 0; index < 5000; index += 1) pipeline.rpush('long', `${index}`);
    const replies = (await pipeline.exec()) ?? [];
    expect(replies.at(-1)).toEqual([null, 5000]);
    expect(await redis.lindex('long', 4321)).toBe('4321');
  });

  test('Pub/Sub with a pattern', async () => {
    const heard: string[] = [];
    other.on('message', (channel, message) => heard.push(`${channel}: ${message}`));
    other.on('pmessage', (pattern, channel, message) => heard.push(`${pattern} ${channel}: ${message}`));
    expect(await other.subscribe('news')).toBe(1);
    expect(await other.psubscribe('ne*')).toBe(2);
    expect(await redis.publish('news', 'hello')).toBe(2);
    await expect.poll(() => heard).toEqual(['news: hello', 'ne* news: hello']);
    expect(await redis.pubsub('NUMSUB', 'news')).toEqual(['news', 1]);
  });

  test('a stream with a group, and what a dead consumer left', async () => {
    await redis.xgroup('CREATE', 'orders', 'pay', '$', 'MKSTREAM');
    const id = await redis.xadd('orders', 'MAXLEN', '~', '1000', '*', 'order', '17');
    expect(id).toMatch(/^\d+-\d+$/);
    expect(await redis.xreadgroup('GROUP', 'pay', 'one', 'COUNT', 10, 'STREAMS', 'orders', '>')).toEqual([
      ['orders', [[id, ['order', '17']]]],
    ]);
    expect(await redis.xpending('orders', 'pay')).toEqual([1, id, id, [['one', '1']]]);
    expect(await redis.xautoclaim('orders', 'pay', 'two', 0, '0')).toEqual(['0-0', [[id, ['order', '17']]], []]);
    expect(await redis.xack('orders', 'pay', id ?? '')).toBe(1);
    expect(await redis.xreadgroup('GROUP', 'pay', 'two', 'BLOCK', 20, 'STREAMS', 'orders', '>')).toBeNull();
    await expect(redis.xgroup('CREATE', 'orders', 'pay', '0')).rejects.toThrow('BUSYGROUP Consumer Group name already exists');
  });

  test('a command that is not there', async () => {
    await expect(redis.call('LPSUH', 'jobs', 'a')).rejects.toThrow("ERR unknown command 'LPSUH', with args beginning with: 'jobs' 'a' ");
  });

  test.runIf(name === 'served')('a script is such a command', async () => {
    redis.defineCommand('twice', { numberOfKeys: 1, lua: 'return 2 * redis.call("get", KEYS[1])' });
    const twice = (redis as unknown as { twice(key: string): Promise<unknown> }).twice('a');
    await expect(twice).rejects.toThrow(/^ERR unknown command 'eval(sha)?', with args beginning with: /);
    await expect(redis.eval('return 1', 0)).rejects.toThrow("ERR unknown command 'eval', with args beginning with: 'return 1' '0' ");
  });

  test('it connects again after the server hung up', async () => {
    const id = await redis.client('ID');
    const ready = new Promise((resolve) => redis.once('ready', resolve));
    expect(await other.client('KILL', 'ID', id)).toBe(1);
    const waiting = redis.set('after', 'all');
    await ready;
    expect(await waiting).toBe('OK');
    expect(await redis.client('ID')).not.toBe(id);
  });

  test('big and binary values', async () => {
    await redis.set(EVERY_BYTE, EVERY_BYTE);
    expect(await redis.getBuffer(EVERY_BYTE)).toEqual(EVERY_BYTE);
    await redis.set('big', FIVE_MEGABYTES);
    expect(await redis.strlen('big')).toBe(FIVE_MEGABYTES.length);
    expect(FIVE_MEGABYTES.equals((await redis.getBuffer('big')) ?? Buffer.alloc(0))).toBe(true);
  });
});
