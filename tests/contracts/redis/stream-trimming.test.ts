/** Trimming by `~`: whole nodes go, and a node is full at a hundred entries or 4096 bytes. Numbers measured on Redis 7.0.15 (streamAppendItem, streamTrim in t_stream.c; listpack.c; rax.c). */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

describe.each(targets)('trimming by ~ ($name)', REAL_TIME, ({ port }) => {
  let conversation: Conversation;

  beforeEach(async () => {
    conversation = await Conversation.open(port);
    await conversation.ask('select 9');
    await conversation.ask('flushdb');
  });

  afterEach(async () => {
    await conversation.ask('flushdb');
    conversation.close();
  });

  /** Adds so many entries, numbered from 1, in one go. */
  async function add(count: number, command: (number: number) => string): Promise<void> {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    conversation.send(numbers.map((number) => `${command(number)}\r\n`).join(''));
    for (const number of numbers) expect(await conversation.reply(), command(number)).toMatch(/^\$/);
  }

  /** How many entries there are, and how many nodes and nodes of the radix tree they lie in. */
  async function sizes(): Promise<number[]> {
    const info = (await conversation.ask('xinfo stream s')).split('|');
    return ['length', 'radix-tree-keys', 'radix-tree-nodes'].map((name) => Number(info[info.indexOf(name) + 1]?.slice(1)));
  }

  /** The same, and how many entries the last node has: a byte too many anywhere would show in it. */
  async function rooms(): Promise<number[]> {
    const before = await sizes();
    await conversation.ask('xtrim s maxlen ~ 1');
    return [...before, Number((await conversation.ask('xlen s')).slice(1))];
  }

  test('XADD MAXLEN ~ 10, 250 times, leaves 50 (semantics.md, Redis streams)', async () => {
    await add(250, (number) => `xadd s maxlen ~ 10 ${number} a b`);
    expect(await sizes()).toEqual([50, 1, 2]);
  });

  test('LIMIT is the most entries that go, by whole nodes', async () => {
    await add(450, (number) => `xadd s ${number} a b`);
    expect(await sizes()).toEqual([450, 5, 14]);
    expect(await conversation.ask('xtrim s maxlen ~ 10 limit 50')).toBe(':0');
    expect(await conversation.ask('xtrim s maxlen ~ 10 limit 199')).toBe(':100');
    expect(await conversation.ask('xtrim s minid ~ 201 limit 0')).toBe(':100');
    expect(await conversation.ask('xtrim s minid ~ 300')).toBe(':0');
    expect(await conversation.ask('xtrim s minid ~ 301')).toBe(':100');
    expect(await sizes()).toEqual([150, 2, 6]);
  });

  test('deleted entries keep their room in a node, and its last id', async () => {
    await add(150, (number) => `xadd s ${number} a b`);
    expect(await conversation.ask('xdel s 5 6 7 100 150')).toBe(':5');
    await add(100, (number) => `xadd s ${number + 200} a b`);
    expect(await sizes()).toEqual([245, 3, 8]);
    expect(await conversation.ask('xtrim s minid ~ 100')).toBe(':0');
    expect(await conversation.ask('xtrim s minid ~ 101')).toBe(':96');
    expect(await conversation.ask('xtrim s maxlen ~ 50')).toBe(':99');
    expect(await sizes()).toEqual([50, 1, 2]);
  });

  test('a node with all its entries deleted is gone', async () => {
    await add(250, (number) => `xadd s ${number} a b`);
    const middle = Array.from({ length: 100 }, (_, index) => index + 101).join(' ');
    expect(await conversation.ask(`xdel s ${middle}`)).toBe(':100');
    expect(await sizes()).toEqual([150, 2, 6]);
    expect(await conversation.ask('xrange s 100 201')).toBe('*2|*2|$5|100-0|*2|$1|a|$1|b|*2|$5|201-0|*2|$1|a|$1|b');
  });

  test('long entries fill a node sooner', async () => {
    await add(9, (number) => `xadd s 1700000000${number}00-0 body ${'y'.repeat(900 + number * 150)}`);
    expect(await sizes()).toEqual([9, 5, 13]);
    expect(await conversation.ask('xtrim s maxlen ~ 1')).toBe(':8');
  });

  test('the room of an entry depends on its fields, their order, and on numbers in it', async () => {
    await add(400, (number) => {
      const text = 'x'.repeat(((number * 13) % 90) + 1);
      return `xadd s ${number}-${(number * 7919) % 5000} id ${number * 37 - 1000} text ${text} n${number % 3} ${number % 2 === 0 ? '-7' : '12345678901'}`;
    });
    expect(await rooms()).toEqual(ROOMS.mixed);
  });

  test('numbers of every size', async () => {
    await add(
      600,
      (number) =>
        `xadd s ${number}-${number % 7} n ${(-3n) ** BigInt(number % 45)} m ${2n ** BigInt(number % 64)} o ${-(2n ** BigInt(number % 63))} p ${number} q twelve-bytes`,
    );
    expect(await rooms()).toEqual(ROOMS.numbers);
  });

  test('texts of every length', async () => {
    await add(60, (number) => `xadd s ${number} ${'f'.repeat((number % 4) * 50 + 1)} ${'t'.repeat(number * 31)}`);
    expect(await rooms()).toEqual(ROOMS.texts);
  });

  test('ids far apart', async () => {
    await add(12, (number) => `xadd s ${BigInt(number) ** 2n * 12_345_678_901n}-${number} body ${'y'.repeat(4000)}`);
    await add(2, (number) => `xadd s 18446744073709551615-${18_446_744_073_709_551_600n + BigInt(number)} a b`);
    expect(await sizes()).toEqual([14, 12, 28]);
  });
});

/** Entries, nodes, nodes of the radix tree, entries in the last node. */
const ROOMS = { mixed: [400, 8, 20, 36], numbers: [600, 8, 20, 16], texts: [60, 18, 38, 2] };
