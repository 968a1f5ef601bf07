/** Blocking list commands through the real ioredis: who gets what, and when. Sources: semantics.md "Redis, lists", blocked.c of 7.0. */
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

/** Long enough for a command to have reached the server and be blocked there. */
const SETTLE_MS = 40;

describe.each(targets)('blocking ($name)', REAL_TIME, ({ port }) => {
  const clients: Redis[] = [];

  function client(): Redis {
    const opened = new Redis({ host: '127.0.0.1', port, db: 10, keyPrefix: 'inflight:blocking:' });
    clients.push(opened);
    return opened;
  }

  beforeEach(() => client().flushdb());
  afterEach(() => {
    for (const opened of clients.splice(0)) opened.disconnect();
  });

  afterAll(async () => {
    const last = client();
    await last.flushdb();
    last.disconnect();
  });

  test('BRPOP waits for the push and gets key and value', async () => {
    const waiting = client().brpop('orders', 0);
    await later(SETTLE_MS);
    expect(await client().lpush('orders', '{"id":1}')).toBe(1);
    expect(await waiting).toEqual(['inflight:blocking:orders', '{"id":1}']);
  });

  test('one LPUSH x y z with two BLPOP waiters returns 3; the first gets z, the second y, x stays', async () => {
    const first = client().blpop('l', 0);
    await later(SETTLE_MS);
    const second = client().blpop('l', 0);
    await later(SETTLE_MS);
    const pusher = client();
    expect(await pusher.lpush('l', 'x', 'y', 'z')).toBe(3);
    expect([(await first)?.[1], (await second)?.[1]]).toEqual(['z', 'y']);
    expect(await pusher.lrange('l', 0, -1)).toEqual(['x']);
  });

  test('the longest waiter is served first', async () => {
    const waiters: Promise<[string, string] | null>[] = [];
    for (let count = 0; count < 3; count += 1) {
      waiters.push(client().blpop('l', 0));
      await later(SETTLE_MS);
    }
    const pusher = client();
    for (const value of ['1', '2', '3']) await pusher.rpush('l', value);
    expect((await Promise.all(waiters)).map((popped) => popped?.[1])).toEqual(['1', '2', '3']);
  });

  test('keys are looked at in the order of the arguments', async () => {
    const one = client();
    await one.rpush('b', 'from b');
    await one.rpush('c', 'from c');
    expect((await one.blpop('a', 'c', 'b', 0))?.[1]).toBe('from c');
  });

  test('a timeout, also a fraction of a second, answers nil', async () => {
    const began = performance.now();
    expect(await client().brpop('none', 0.05)).toBeNull();
    expect(performance.now() - began).toBeGreaterThan(45);
  });

  test('inside MULTI nothing waits', async () => {
    expect(await client().multi().blpop('none', 0).set('after', 1).exec()).toEqual([
      [null, null],
      [null, 'OK'],
    ]);
  });

  test('a waiter is served after EXEC, not in its middle', async () => {
    const waiting = client().blpop('l', 0);
    await later(SETTLE_MS);
    const results = await client().multi().rpush('l', 'a').lpop('l').rpush('l', 'b').exec();
    expect(results?.map(([, value]) => value)).toEqual([1, 'a', 1]);
    expect((await waiting)?.[1]).toBe('b');
  });

  test('BLMOVE into a list wakes who waits there', async () => {
    const last = client().blpop('done', 0);
    const mover = client().blmove('todo', 'done', 'RIGHT', 'LEFT', 0);
    await later(SETTLE_MS);
    await client().lpush('todo', 'job');
    expect(await mover).toBe('job');
    expect((await last)?.[1]).toBe('job');
  });

  test('BLMOVE keeps the job in the processing list until LREM', async () => {
    const worker = client();
    await worker.lpush('todo', 'a', 'b');
    expect(await worker.blmove('todo', 'doing', 'RIGHT', 'LEFT', 0)).toBe('a');
    expect(await worker.lrange('doing', 0, -1)).toEqual(['a']);
    expect(await worker.lrem('doing', 1, 'a')).toBe(1);
    expect(await worker.llen('doing')).toBe(0);
  });

  test('who was served goes on only when the pusher has done all that it sent in one go (processUnblockedClients)', async () => {
    const worker = client();
    const job = worker.brpop('todo', 0);
    const left = worker.llen('done');
    await later(SETTLE_MS);
    await client().pipeline().lpush('todo', 'job').lpush('done', 'x').exec();
    expect((await job)?.[1]).toBe('job');
    expect(await left).toBe(1);
  });

  test('a waiter whose connection is gone takes nothing', async () => {
    const gone = client();
    gone.blpop('l', 0).catch(() => {});
    await later(SETTLE_MS);
    gone.disconnect();
    await later(SETTLE_MS);
    const pusher = client();
    await pusher.rpush('l', 'kept');
    expect(await pusher.lrange('l', 0, -1)).toEqual(['kept']);
  });

  test('a push of another type does not wake the waiter', async () => {
    const waiting = client().blpop('k', 0.1);
    await later(SETTLE_MS);
    await client().set('k', 'text');
    expect(await waiting).toBeNull();
  });

  test('WATCH: a change by another client makes EXEC answer null, nothing is done (semantics.md, Redis, the rest)', async () => {
    const [watcher, other] = [client(), client()];
    await watcher.watch('stock');
    await other.set('stock', 1);
    expect(await watcher.multi().set('stock', 5).exec()).toBeNull();
    expect(await other.get('stock')).toBe('1');
  });

  test('WATCH: an unchanged key lets EXEC through, and one EXEC ends the watch', async () => {
    const [watcher, other] = [client(), client()];
    await watcher.watch('stock');
    expect(await watcher.multi().set('stock', 1).exec()).toEqual([[null, 'OK']]);
    await other.set('stock', 2);
    expect(await watcher.multi().incr('stock').exec()).toEqual([[null, 3]]);
  });

  test('an expired key is gone at its time', async () => {
    const one = client();
    await one.set('brief', 'x', 'PX', 40);
    expect(await one.pttl('brief')).toBeGreaterThan(0);
    await later(80);
    expect(await one.get('brief')).toBeNull();
    expect(await one.ttl('brief')).toBe(-2);
  });

  test('values are bytes: what comes out is what went in', async () => {
    const one = client();
    const bytes = Buffer.from([0, 255, 13, 10, 128, 36]);
    await one.rpush('raw', bytes);
    expect(await one.lpopBuffer('raw')).toEqual(bytes);
    await one.set('snow', 'ü☃𝄞');
    expect(await one.get('snow')).toBe('ü☃𝄞');
  });
});
