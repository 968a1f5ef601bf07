/** The dump of a value: what is read of it is the same value, with the same messages. */
import { expect, test } from 'vitest';
import { RedisServer } from '../../../../sandbox/brokers/redis/model/redis-server.ts';
import { dumpOf, valueOfDump } from '../../../../sandbox/brokers/redis/model/replication/dump.ts';
import { FakeEnvironment } from '../fake-environment.ts';

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  string: ['set k \xff\x00', 'append k more'],
  list: ['rpush k a b', 'lmove k k left right'],
  set: ['sadd k 3 1 x'],
  'sorted set': ['zadd k -0 zero inf most 1.5 some', 'zrange k 0 -1'],
  hash: ['hset k field value'],
  stream: [
    'xadd k 1-1 name value',
    'xadd k 2-1 other value',
    'xadd k 18446744073709551615-1 last value',
    'xdel k 2-1',
    'xgroup create k mail 0',
    'xreadgroup group mail ann count 1 streams k >',
  ],
};

test.each(Object.entries(COMMANDS))('a %s', (_, commands) => {
  const environment = new FakeEnvironment();
  const server = new RedisServer(environment, { durability: 'none', port: 6379, replicaOf: null }, () => environment.connect() as never);
  const outbox = { client: 'shop', address: 'shop:1', reply: () => {}, endAfterReply: () => {}, end: () => {}, resume: () => {} };
  const client = server.connect(outbox);
  for (const command of commands) {
    const args = command.split(' ').map((word) => Uint8Array.from(word, (character) => character.charCodeAt(0)));
    server.execute(client, args, undefined);
  }
  const value = server.database(0).find('k');
  expect(value).toBeDefined();
  const dump = dumpOf(value as NonNullable<typeof value>);
  expect(valueOfDump(dump)).toEqual(value);
  expect(dumpOf(valueOfDump(dump))).toBe(dump);
});
