/** SCAN and its kin read to their end, while others come and go. Source: redis.io/commands/scan, "Scan guarantees". */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

const NUMBERS = Array.from({ length: 700 }, (_, number) => number);

describe.each(targets)('scans ($name)', REAL_TIME, ({ port }) => {
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

  /** Everything that a scan shows that begins with `kept`; `meanwhile` is done after each page. */
  async function scanned(command: (cursor: string) => string, meanwhile: (page: number) => string): Promise<string[]> {
    const seen = new Set<string>();
    let cursor = '0';
    let page = 0;
    do {
      const [, , next = '0', ...texts] = (await conversation.ask(command(cursor))).split('|');
      for (const text of texts) if (text.startsWith('kept')) seen.add(text);
      cursor = next;
      await conversation.ask(meanwhile(page));
      page += 1;
    } while (cursor !== '0');
    return [...seen].sort();
  }

  const all = NUMBERS.map((number) => `kept${number}`).sort();

  test.each([
    ['SCAN', (number: number) => `set kept${number} 1`, (cursor: string) => `scan ${cursor} match k* count 30`],
    ['SCAN with TYPE', (number: number) => `set kept${number} 1`, (cursor: string) => `scan ${cursor} type string`],
  ])('%s shows every key that is there all the time', async (_, make, command) => {
    for (const number of NUMBERS) await conversation.ask(make(number));
    for (const number of NUMBERS) await conversation.ask(`set other${number} 1`);
    expect(await scanned(command, (page) => `del other${page * 3} other${page * 3 + 1} new${page - 1}`)).toEqual(all);
    expect(await scanned(command, (page) => `set new${page} 1`)).toEqual(all);
  });

  test.each([
    ['SSCAN', 'sadd c', 'srem c', (member: string) => member, 'sscan c'],
    ['HSCAN', 'hset c', 'hdel c', (member: string) => `${member} 1`, 'hscan c'],
    ['ZSCAN', 'zadd c', 'zrem c', (member: string) => `1 ${member}`, 'zscan c'],
  ])('%s shows every member that is there all the time', async (_, add, remove, member, scan) => {
    const members = [...NUMBERS.map((number) => `kept${number}`), ...NUMBERS.map((number) => `other${number}`)];
    await conversation.ask(`${add} ${members.map(member).join(' ')}`);
    const command = (cursor: string) => `${scan} ${cursor} count 20`;
    expect(await scanned(command, (page) => `${remove} other${page * 5} other${page * 5 + 1}`)).toEqual(all);
    expect(await scanned(command, (page) => `${add} ${member(`new${page}`)}`)).toEqual(all);
  });
});
