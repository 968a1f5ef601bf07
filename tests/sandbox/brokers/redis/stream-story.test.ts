/** The story of a stream's entries: one message each, and what groups, consumers and positions tell. */
import { beforeEach, describe, expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import type { Broker } from '../../../../sandbox/engine/broker.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

let environment: FakeEnvironment;
let broker: Broker;
let shop: FakeClient;
let worker: FakeClient;

beforeEach(() => {
  environment = new FakeEnvironment();
  broker = redis.create(environment);
  shop = new FakeClient(broker, 'shop');
  worker = new FakeClient(broker, 'worker');
  for (const item of ['tea', 'mug']) shop.send(`xadd orders * item ${item} count 1\r\n`);
});

/** What was told since so many events, one text for each: kind, message and detail. */
function since(count: number): string[] {
  return environment.happenings
    .filter(({ level }) => level === 'story')
    .slice(count)
    .map(({ kind, messageId, detail }) => {
      const said = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
      return [kind, messageId, ...said].filter((word) => word !== undefined).join(' ');
    });
}

/** Does it, and returns what was told of it. */
function told(client: FakeClient, command: string): string[] {
  const before = since(0).length;
  client.send(`${command}\r\n`);
  return since(before);
}

test('XADD publishes and stores', () => {
  expect(since(2)).toEqual([
    'messagePublished m2 client=shop to=orders key=null text=item: mug, count: 1',
    'messageStored m2 place=orders at=tail id=1700000000000-1',
  ]);
});

test('ids come from the virtual clock', () => {
  environment.pass(5.5);
  shop.send('xadd orders * item pen\r\n');
  expect(shop.heard).toBe('$15\r\n1700000000000-0\r\n$15\r\n1700000000000-1\r\n$15\r\n1700000000005-0\r\n');
});

test('XREAD delivers for good, to each reader', () => {
  expect(told(worker, 'xread count 1 streams orders 0')).toEqual([
    'messageDelivered m1 place=orders client=worker redelivered=false settled=true',
  ]);
  expect(told(shop, 'xread count 1 streams orders 0')).toHaveLength(1);
});

test('a look with XRANGE is no delivery', () => {
  expect(told(worker, 'xrange orders - +')).toEqual([]);
});

test('a blocked reader gets it by its own line', () => {
  worker.send('xread block 0 streams orders $\r\n', 7);
  shop.send('xadd orders * item pen\r\n', 3);
  expect(environment.happenings.filter(({ messageId }) => messageId === 'm3').map(({ kind, source }) => `${kind} ${source?.line}`)).toEqual(
    ['messagePublished 3', 'messageStored 3', 'messageDelivered 7'],
  );
});

describe('in a group', () => {
  beforeEach(() => shop.send('xgroup create orders mail 0\r\n'));

  test('its position is told when it is made', () => {
    expect(since(4)).toEqual(['positionMoved place=orders group=mail position=0-0']);
  });

  test('a first delivery tells the consumer, each message and the new position', () => {
    expect(told(worker, 'xreadgroup group mail ann streams orders >')).toEqual([
      'memberJoined place=orders group=mail member=ann',
      'messageDelivered m1 place=orders client=worker redelivered=false settled=false group=mail consumer=ann deliveries=1',
      'messageDelivered m2 place=orders client=worker redelivered=false settled=false group=mail consumer=ann deliveries=1',
      'positionMoved place=orders group=mail position=1700000000000-1',
    ]);
  });

  test('XACK tells whose it was', () => {
    worker.send('xreadgroup group mail ann streams orders >\r\n');
    expect(told(shop, 'xack orders mail 1700000000000-1 9-9')).toEqual([
      'messageAcked m2 place=orders client=shop group=mail consumer=ann',
    ]);
  });

  test('reading what is pending delivers again', () => {
    worker.send('xreadgroup group mail ann count 1 streams orders >\r\n');
    expect(told(worker, 'xreadgroup group mail ann streams orders 0')).toEqual([
      'messageDelivered m1 place=orders client=worker redelivered=true settled=false group=mail consumer=ann deliveries=2',
    ]);
  });

  test('a claim delivers again to the consumer that claims; JUSTID does not count', () => {
    worker.send('xreadgroup group mail ann streams orders >\r\n');
    expect(told(shop, 'xclaim orders mail bob 0 1700000000000-0')).toEqual([
      'memberJoined place=orders group=mail member=bob',
      'messageDelivered m1 place=orders client=shop redelivered=true settled=false group=mail consumer=bob deliveries=2',
    ]);
    expect(told(shop, 'xautoclaim orders mail bob 0 1700000000000-1 justid')).toEqual([
      'messageDelivered m2 place=orders client=shop redelivered=true settled=false group=mail consumer=bob deliveries=1',
    ]);
  });

  test('NOACK settles at once, and a position set back delivers again', () => {
    worker.send('xreadgroup group mail ann noack streams orders >\r\n');
    shop.send('xgroup setid orders mail 0\r\n');
    expect(told(worker, 'xreadgroup group mail ann noack count 1 streams orders >')).toEqual([
      'messageDelivered m1 place=orders client=worker redelivered=true settled=true group=mail consumer=ann',
      'positionMoved place=orders group=mail position=1700000000000-0',
    ]);
  });

  test('another group has the same message', () => {
    worker.send('xreadgroup group mail ann count 1 streams orders >\r\n');
    shop.send('xgroup create orders stock 0\r\n');
    expect(told(worker, 'xreadgroup group stock ann count 1 streams orders >')[1]).toBe(
      'messageDelivered m1 place=orders client=worker redelivered=false settled=false group=stock consumer=ann deliveries=1',
    );
  });

  test('consumers leave with XGROUP DELCONSUMER and with their group', () => {
    worker.send('xreadgroup group mail ann streams orders >\r\n');
    worker.send('xgroup createconsumer orders mail bob\r\n');
    expect(told(shop, 'xgroup delconsumer orders mail ann')).toEqual(['memberLeft place=orders group=mail member=ann']);
    expect(told(shop, 'xgroup destroy orders mail')).toEqual(['memberLeft place=orders group=mail member=bob']);
  });
});

test.each([
  ['xtrim orders maxlen 1', ['messageDropped m1 place=orders reason=trimmed']],
  ['xdel orders 1700000000000-1', ['messageDropped m2 place=orders reason=deleted']],
  ['del orders', ['messageDropped m1 place=orders reason=deleted', 'messageDropped m2 place=orders reason=deleted']],
])('%s throws messages away', (command, expected) => {
  expect(told(shop, command)).toEqual(expected);
});

test('XADD that trims tells the new message before the old one is gone', () => {
  expect(told(shop, 'xadd orders maxlen 2 * item pen').map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'messagePublished m3',
    'messageStored m3',
    'messageDropped m1',
  ]);
});

test('an expired stream tells it at the very time, and whoever waits in its group is told', () => {
  shop.send('xgroup create orders mail $\r\n');
  worker.send('xreadgroup group mail ann block 0 streams orders >\r\n');
  shop.send('pexpire orders 50\r\n');
  const before = since(0).length;
  environment.pass(49.999);
  expect(worker.heard).toBe('');
  environment.pass(0.001);
  expect(since(before)).toEqual(['messageExpired m1 place=orders', 'messageExpired m2 place=orders']);
  expect(worker.heard).toBe('-UNBLOCKED the stream key no longer exists\r\n');
});

test('who waits is told with stream and command', () => {
  worker.send('xread block 0 streams orders more $ $\r\n');
  expect(broker.waiting()).toEqual([{ process: 'worker', what: 'a message on the streams orders or more (XREAD)' }]);
});
