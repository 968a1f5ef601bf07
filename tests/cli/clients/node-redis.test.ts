/** node-redis, a client that shares no code with ioredis and speaks RESP3 by itself: `inflight serve` and a real Redis do the same for it. */
import { createClient, RESP_TYPES } from '@redis/client';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { later, REAL_TIME } from '../../contracts/target.ts';
import { EVERY_BYTE, FIVE_MEGABYTES, openTargets } from './targets.ts';

const targets = await openTargets();
afterAll(() => Promise.all(targets.map((target) => target.close())));

const spoken = targets.flatMap((target) => ([2, 3] as const).map((RESP) => ({ ...target, RESP })));

describe.each(spoken)('node-redis with the $name Redis, RESP$RESP', REAL_TIME, ({ name, port, RESP }) => {
  const open = () => createClient({ socket: { port, reconnectStrategy: 10 }, RESP }).on('error', () => {});
  let redis: ReturnType<typeof open>;
  let other: ReturnType<typeof open>;

  beforeEach(async () => {
    redis = open();
    other = open();
    await Promise.all([redis.connect(), other.connect()]);
    await redis.flushAll();
  });

  afterEach(() => {
    redis.destroy();
    other.destroy();
  });

  test('strings with expiry', async () => {
    expect(await redis.set('a', '1', { expiration: { type: 'PX', value: 40 }, condition: 'NX' })).toBe('OK');
    expect(await redis.set('a', '2', { condition: 'NX' })).toBeNull();
    expect(await redis.pTTL('a')).toBeGreaterThan(0);
    expect(await redis.incrBy('n', 41)).toBe(41);
    expect(await redis.incrByFloat('n', 0.5)).toBe('41.5');
    await later(60);
    expect(await redis.get('a')).toBeNull();
    await expect(redis.lPush('n', 'x')).rejects.toThrow('WRONGTYPE Operation against a key holding the wrong kind of value');
  });

  test('lists, with a client that waits for another', async () => {
    const popped = redis.brPop('jobs', 5);
    await later(20);
    expect(await other.lPush('jobs', ['first', 'second'])).toBe(2);
    expect(await popped).toEqual({ key: 'jobs', element: 'first' });
    expect(await redis.blMove('jobs', 'held', 'RIGHT', 'LEFT', 1)).toBe('second');
    expect(await redis.lRange('held', 0, -1)).toEqual(['second']);
    expect(await redis.lmPop('held', 'LEFT', { COUNT: 5 })).toEqual(['held', ['second']]);
    expect(await redis.blPop('jobs', 0.05)).toBeNull();
  });

  test('hashes, sets and sorted sets', async () => {
    expect(await redis.hSet('h', { name: 'Ann', age: 30 })).toBe(2);
    expect({ ...(await redis.hGetAll('h')) }).toEqual({ name: 'Ann', age: '30' });
    expect(await redis.sAdd('s', ['a', 'b', 'a'])).toBe(2);
    expect([...(await redis.sMembers('s'))].sort()).toEqual(['a', 'b']);
    expect(
      await redis.zAdd('z', [
        { score: 2, value: 'late' },
        { score: 1.5, value: 'soon' },
      ]),
    ).toBe(2);
    expect(await redis.zRangeWithScores('z', 0, -1)).toEqual([
      { score: 1.5, value: 'soon' },
      { score: 2, value: 'late' },
    ]);
    expect(await redis.zScore('z', 'late')).toBe(2);
    expect(await redis.bzPopMin('z', 1)).toEqual({ key: 'z', score: 1.5, value: 'soon' });
  });

  test('a transaction ends when a watched key changes', async () => {
    await redis.watch('stock');
    await other.set('stock', '0');
    await expect(redis.multi().decr('stock').exec()).rejects.toThrow('One (or more) of the watched keys has been changed');
    expect(await redis.multi().incr('stock').get('stock').exec()).toEqual([1, '1']);
  });

  test('a pipeline', async () => {
    const replies = await Promise.all(Array.from({ length: 5000 }, (_, index) => redis.rPush('long', `${index}`)));
    expect(replies.at(-1)).toBe(5000);
    expect(await redis.lIndex('long', 4321)).toBe('4321');
  });

  test('Pub/Sub with a pattern', async () => {
    const heard: string[] = [];
    await other.subscribe('news', (message, channel) => heard.push(`${channel}: ${message}`));
    await other.pSubscribe('ne*', (message, channel) => heard.push(`ne* ${channel}: ${message}`));
    expect(await redis.publish('news', 'hello')).toBe(2);
    await expect.poll(() => heard).toEqual(['news: hello', 'ne* news: hello']);
    expect({ ...(await redis.pubSubNumSub('news')) }).toEqual({ news: 1 });
    await other.unsubscribe('news');
    await other.pUnsubscribe('ne*');
    expect(await redis.publish('news', 'anybody?')).toBe(0);
  });

  test('a stream with a group, and what a dead consumer left', async () => {
    await redis.xGroupCreate('orders', 'pay', '$', { MKSTREAM: true });
    const id = await redis.xAdd('orders', '*', { order: '17' });
    const entry = expect.objectContaining({ id, message: expect.objectContaining({ order: '17' }) });
    expect(await redis.xReadGroup('pay', 'one', { key: 'orders', id: '>' }, { COUNT: 10 })).toEqual([
      { name: 'orders', messages: [entry] },
    ]);
    expect(await redis.xPending('orders', 'pay')).toMatchObject({
      pending: 1,
      firstId: id,
      consumers: [{ name: 'one', deliveriesCounter: 1 }],
    });
    expect(await redis.xAutoClaim('orders', 'pay', 'two', 0, '0')).toMatchObject({ nextId: '0-0', messages: [entry] });
    expect(await redis.xInfoGroups('orders')).toMatchObject([{ name: 'pay', consumers: 2, pending: 1, lag: 0 }]);
    expect(await redis.xAck('orders', 'pay', id)).toBe(1);
    expect(await redis.xReadGroup('pay', 'two', { key: 'orders', id: '>' }, { BLOCK: 20 })).toBeNull();
  });

  test('a command that is not there', async () => {
    const refused = redis.sendCommand(['LPSUH', 'jobs', 'a']);
    await expect(refused).rejects.toThrow("ERR unknown command 'LPSUH', with args beginning with: 'jobs' 'a' ");
  });

  test.runIf(name === 'served')('a script is such a command', async () => {
    const refused = redis.eval('return 1', { keys: ['a'], arguments: [] });
    await expect(refused).rejects.toThrow("ERR unknown command 'EVAL', with args beginning with: 'return 1' '1' 'a' ");
  });

  test('it connects again after the server hung up', async () => {
    const id = await redis.clientId();
    const ready = new Promise((resolve) => redis.once('ready', resolve));
    expect(await other.sendCommand(['CLIENT', 'KILL', 'ID', `${id}`])).toBe(1);
    await ready;
    expect(await redis.set('after', 'all')).toBe('OK');
    expect(await redis.clientId()).not.toBe(id);
  });

  test('big and binary values', async () => {
    const binary = redis.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
    await redis.set(EVERY_BYTE, EVERY_BYTE);
    expect(await binary.get(EVERY_BYTE)).toEqual(EVERY_BYTE);
    await redis.set('big', FIVE_MEGABYTES);
    expect(await redis.strLen('big')).toBe(FIVE_MEGABYTES.length);
    expect(FIVE_MEGABYTES.equals((await binary.get('big')) ?? Buffer.alloc(0))).toBe(true);
  });
});
