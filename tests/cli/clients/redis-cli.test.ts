/** redis-cli, Redis' own client: what it prints about `inflight serve` is what it prints about a real Redis. Skipped where it is not installed. */
import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { REAL_TIME } from '../../contracts/target.ts';
import { EVERY_BYTE, FIVE_MEGABYTES, openTargets } from './targets.ts';

const isInstalled = spawnSync('redis-cli', ['--version']).status === 0;
if (!isInstalled) console.info('There is no redis-cli here: its stories are skipped.');

const targets = isInstalled ? await openTargets() : [];
afterAll(() => Promise.all(targets.map((target) => target.close())));

test.skipIf(isInstalled)('redis-cli is not installed here', ({ skip }) => skip());

describe.each(targets)('redis-cli with the $name Redis', REAL_TIME, ({ name, port }) => {
  /** What it prints, as it would on a terminal. Commands that come on stdin are a line each. */
  async function cli(values: readonly string[], input: string | Buffer = ''): Promise<Buffer> {
    const child = spawn('redis-cli', ['-p', `${port}`, ...values], { stdio: ['pipe', 'pipe', 'inherit'] });
    // With a command in its arguments it may end before it has read anything.
    child.stdin.on('error', () => {}).end(input);
    const parts: Buffer[] = [];
    for await (const part of child.stdout) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
  const say = async (line: string) => (await cli(['--no-raw', ...line.split(' ')])).toString().replace(/\n+$/, '');
  const typed = async (...lines: readonly string[]) => (await cli(['--no-raw'], lines.join('\n'))).toString().trim().split('\n');

  beforeEach(async () => {
    await cli(['FLUSHALL']);
  });

  test('strings, and what their errors say', async () => {
    expect(await say('SET a 1 EX 100 NX')).toBe('OK');
    expect(await say('SET a 2 NX')).toBe('(nil)');
    expect(await say('TTL a')).toBe('(integer) 100');
    expect(await say('INCRBYFLOAT a 0.5')).toBe('"1.5"');
    expect(await say('LPUSH a x')).toBe('(error) WRONGTYPE Operation against a key holding the wrong kind of value');
    expect(await say('INCR a')).toBe('(error) ERR value is not an integer or out of range');
    expect(await say('GET')).toBe("(error) ERR wrong number of arguments for 'get' command");
    expect(await say('SET a 1 EX never')).toBe('(error) ERR value is not an integer or out of range');
    expect(await say('LPSUH a')).toBe("(error) ERR unknown command 'LPSUH', with args beginning with: 'a' ");
    expect(await say('CONFIG SIT a b')).toBe("(error) ERR unknown subcommand 'SIT'. Try CONFIG HELP.");
  });

  test('a list, and a client that waits for another', async () => {
    const popped = say('BRPOP jobs 5');
    await expect.poll(() => say('CLIENT LIST')).toContain('cmd=brpop');
    expect(await say('LPUSH jobs first second')).toBe('(integer) 2');
    expect(await popped).toMatch(/^1\) "jobs"\n2\) "first"/);
    expect(await say('BLMOVE jobs held RIGHT LEFT 1')).toBe('"second"');
  });

  test('hashes, sets and sorted sets', async () => {
    expect(await say('HSET h name Ann')).toBe('(integer) 1');
    expect(await say('SADD s a')).toBe('(integer) 1');
    expect(await say('ZADD z 1.5 soon 2 late')).toBe('(integer) 2');
    expect(await say('-3 HGETALL h')).toBe('1# "name" => "Ann"');
    expect(await say('-3 SMEMBERS s')).toBe('1~ "a"');
    expect(await say('-3 ZRANGE z 0 0 WITHSCORES')).toBe('1) 1) "soon"\n   2) (double) 1.5');
    expect(await say('ZRANGE z 0 0 WITHSCORES')).toBe('1) "soon"\n2) "1.5"');
  });

  test('a transaction', async () => {
    expect(await typed('MULTI', 'INCR n', 'LPUSH n x', 'EXEC')).toEqual([
      'OK',
      'QUEUED',
      'QUEUED',
      '1) (integer) 1',
      '2) (error) WRONGTYPE Operation against a key holding the wrong kind of value',
    ]);
    expect(await typed('MULTI', 'INCR', 'EXEC')).toEqual([
      'OK',
      "(error) ERR wrong number of arguments for 'incr' command",
      '(error) EXECABORT Transaction discarded because of previous errors.',
    ]);
  });

  test('Pub/Sub', async () => {
    const listener = spawn('redis-cli', ['-p', `${port}`, 'PSUBSCRIBE', 'ne*'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let heard = '';
    listener.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
    });
    await expect.poll(() => say('PUBSUB NUMPAT')).toBe('(integer) 1');
    expect(await say('PUBLISH news hello')).toBe('(integer) 1');
    await expect.poll(() => heard).toMatch(/pmessage\nne\*\nnews\nhello\n$/);
    listener.kill();
    await expect.poll(() => say('PUBSUB NUMPAT')).toBe('(integer) 0');
  });

  test('a stream with a group', async () => {
    expect(await say('XADD orders 1-1 order 17')).toBe('"1-1"');
    expect(await say('XGROUP CREATE orders pay 0')).toBe('OK');
    expect(await say('XREADGROUP GROUP pay one STREAMS orders >')).toBe(
      ['1) 1) "orders"', '   2) 1) 1) "1-1"', '         2) 1) "order"', '            2) "17"'].join('\n'),
    );
    expect(await say('XAUTOCLAIM orders pay two 0 0 JUSTID')).toBe('1) "0-0"\n2) 1) "1-1"\n3) (empty array)');
    expect(await say('XACK orders pay 1-1')).toBe('(integer) 1');
    expect(await say('XADD orders 1-1 order 18')).toBe(
      '(error) ERR The ID specified in XADD is equal or smaller than the target stream top item',
    );
  });

  test('many commands through --pipe, and --scan finds every key', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `SET key:${index} ${index}\r\n`);
    expect((await cli(['--pipe'], lines.join(''))).toString()).toMatch(/errors: 0, replies: 3000\n$/);
    const found = (await cli(['--scan', '--pattern', 'key:1*'])).toString().trim().split('\n');
    expect(found.sort()).toEqual(
      lines
        .map((_, index) => `key:${index}`)
        .filter((key) => key.startsWith('key:1'))
        .sort(),
    );
    expect((await cli(['--bigkeys'])).toString()).toContain('Sampled 3000 keys in the keyspace!');
  });

  test('what the server tells of itself', async () => {
    const info = (await cli(['INFO'])).toString();
    for (const told of ['# Server', 'redis_version:7.', '# Clients', '# Persistence', '# Stats', '# Replication', '# Keyspace']) {
      expect(info).toContain(told);
    }
    await cli(['SET', 'a', '1', 'EX', '100']);
    expect((await cli(['INFO', 'keyspace'])).toString()).toMatch(/db0:keys=1,expires=1,avg_ttl=\d+/);
    expect(await say('CONFIG GET maxclients')).toBe('1) "maxclients"\n2) "10000"');
    expect(await say('COMMAND COUNT')).toMatch(/^\(integer\) \d{3}$/);
  });

  test('a big value and a binary one', async () => {
    const everyByte = EVERY_BYTE.subarray(0, -1);
    for (const value of [FIVE_MEGABYTES, everyByte]) {
      expect((await cli(['-x', 'SET', 'value'], value)).toString()).toBe('OK\n');
      expect((await cli(['--raw', 'GET', 'value'])).equals(Buffer.concat([value, Buffer.from('\n')]))).toBe(true);
    }
  });

  test.runIf(name === 'served').each([
    ['EVAL return 0', "(error) ERR unknown command 'EVAL', with args beginning with: 'return' '0' "],
    ['MONITOR', "(error) ERR unknown command 'MONITOR', with args beginning with: "],
    ['DEBUG SLEEP 0', "(error) ERR unknown command 'DEBUG', with args beginning with: 'SLEEP' '0' "],
  ])('%s is not modelled, and says so as Redis would', async (line, answer) => {
    expect(await say(line)).toBe(answer);
  });
});
