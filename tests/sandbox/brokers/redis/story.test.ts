/** The story of a list's elements: which events each command makes, by whom and by which line. */
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
});

/** The story that the last so many lines tell. */
function last(count: number): string[] {
  return environment.story().slice(-count);
}

test('a push publishes and stores; a pop delivers for good', () => {
  shop.send('lpush orders a b\r\n');
  worker.send('rpop orders\r\n');
  expect(environment.story()).toEqual([
    'messagePublished m1 orders shop',
    'messageStored m1 orders',
    'messagePublished m2 orders shop',
    'messageStored m2 orders',
    'messageDelivered m1 orders worker settled',
  ]);
});

test('a waiter gets it after the reply to the pusher; each event has the line of its own command', () => {
  worker.send('brpop orders 0\r\n', 7);
  shop.send('lpush orders paid\r\n', 3);
  expect(environment.happenings.map(({ kind, source }) => `${kind} ${source?.line}`)).toEqual([
    'request 7',
    'placeMade undefined',
    'waitStarted 7',
    'request 3',
    'messagePublished 3',
    'messageStored 3',
    'reply undefined',
    'messageDelivered 7',
    'waitEnded undefined',
    'reply undefined',
  ]);
});

test('the wire events say what was asked and answered, shortened', () => {
  shop.send(`lpush orders ${'x'.repeat(500)}\r\n`);
  const [request, reply] = environment.happenings
    .filter(({ kind }) => kind === 'request' || kind === 'reply')
    .map(({ detail }) => (detail as { text: string }).text);
  expect([request?.slice(0, 16), request?.length, reply]).toEqual(['LPUSH orders xxx', 120, '1']);
});

describe('with a processing list', () => {
  beforeEach(() => {
    shop.send('lpush orders a\r\n');
    worker.send('lmove orders doing right left\r\n');
  });

  test('LMOVE delivers without settling and stores in the other list', () => {
    expect(last(2)).toEqual(['messageDelivered m1 orders worker', 'messageStored m1 doing']);
  });

  test('LREM there is the acknowledgement', () => {
    worker.send('lrem doing 1 a\r\n');
    expect(last(1)).toEqual(['messageAcked m1 doing worker']);
  });

  test('LMOVE back is a requeue, and the next delivery a redelivery', () => {
    shop.send('lmove doing orders left right\r\n');
    worker.send('rpop orders\r\n');
    expect(last(3)).toEqual([
      'messageRequeued m1 orders shop',
      'messageStored m1 orders',
      'messageDelivered m1 orders worker redelivered settled',
    ]);
  });
});

test.each([
  ['ltrim orders 1 0', 'messageDropped m1 orders trimmed'],
  ['del orders', 'messageDropped m1 orders deleted'],
  ['set orders x', 'messageDropped m1 orders deleted'],
  ['flushall', 'messageDropped m1 orders deleted'],
  ['lrem orders 0 a', 'messageDropped m1 orders deleted'],
])('%s throws the message away', (command, event) => {
  shop.send('lpush orders a\r\n');
  shop.send(`${command}\r\n`);
  expect(last(1)).toEqual([event]);
});

test('who renames a list has all of it in hand; LREM at its new name is the acknowledgement', () => {
  shop.send('lpush orders a\r\n');
  worker.send('rename orders doing\r\n');
  worker.send('lrem doing 1 a\r\n');
  expect(last(3)).toEqual(['messageDelivered m1 orders worker', 'messageStored m1 doing', 'messageAcked m1 doing worker']);
});

test('LSET throws the old message away and publishes another; LINSERT publishes', () => {
  shop.send('lpush orders a\r\n');
  shop.send('lset orders 0 b\r\n');
  shop.send('linsert orders before b c\r\n');
  expect(last(5)).toEqual([
    'messageDropped m1 orders deleted',
    'messagePublished m2 orders shop',
    'messageStored m2 orders',
    'messagePublished m3 orders shop',
    'messageStored m3 orders',
  ]);
});

test('an expired list tells it at the very time', () => {
  shop.send('lpush orders a\r\n');
  shop.send('pexpire orders 50\r\n');
  environment.pass(49.999);
  expect(last(1)).toEqual(['messageStored m1 orders']);
  environment.pass(0.001);
  expect(last(1)).toEqual(['messageExpired m1 orders']);
});

test('a timeout answers at the very time, and the client goes on with what it sent meanwhile', () => {
  worker.send('brpop orders 1.5\r\nping\r\n');
  environment.pass(1499);
  expect(worker.heard).toBe('');
  environment.pass(1);
  expect(worker.heard).toBe('*-1\r\n+PONG\r\n');
});

test('who waits is told with list and command', () => {
  worker.send('brpop orders urgent 0\r\n');
  shop.send('blmove orders doing right left 0\r\n');
  expect(broker.waiting()).toEqual([
    { process: 'worker', what: 'a message on the lists orders or urgent (BRPOP)' },
    { process: 'shop', what: 'a message on the list orders (BLMOVE)' },
  ]);
});

test('a restart loses everything, since nothing is written to disk', () => {
  shop.send('lpush orders a\r\n');
  for (const client of [shop, worker]) client.disconnect();
  broker.restarted();
  expect(last(1)).toEqual(['messageDropped m1 orders processLost']);
  const again = new FakeClient(broker, 'shop');
  again.send('dbsize\r\n');
  expect(again.heard).toBe(':0\r\n');
});
