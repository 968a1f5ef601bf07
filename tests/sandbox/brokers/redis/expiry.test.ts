/** Expiry at the very time: a key that was changed without losing its expiry goes by itself, looked at or not. */
import { expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

test.each(['set k 2 keepttl', 'incr k', 'append k 0', 'rename k other', 'move k 1', 'persist none'])('%s keeps the expiry', (command) => {
  const environment = new FakeEnvironment();
  const client = new FakeClient(redis.create(environment), 'shop');
  client.send(`set k 1 px 50\r\n${command}\r\n`);
  const before = client.heard.length;
  environment.pass(49.999);
  client.send('info keyspace\r\n');
  environment.pass(0.001);
  client.send('info keyspace\r\n');
  expect(client.heard.slice(before).match(/keys=\d/g)).toEqual(['keys=1']);
});

test('what was overwritten meanwhile stays', () => {
  const environment = new FakeEnvironment();
  const client = new FakeClient(redis.create(environment), 'shop');
  client.send('set k 1 px 50\r\nset k 2\r\n');
  environment.pass(100);
  client.send('get k\r\n');
  expect(client.heard.endsWith('$1\r\n2\r\n')).toBe(true);
});
