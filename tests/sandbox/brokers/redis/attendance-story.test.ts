/** The story of who is there: clients that wait before an empty key, and clients that listen to a channel. */
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

/** Everything of these kinds that was told, with its level. */
function told(...kinds: readonly string[]): string[] {
  return environment.happenings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, level, detail }) => [level, kind, ...Object.values(detail)].join(' '));
}

describe('who waits', () => {
  test('is told once as a step, however many keys it waits at', () => {
    worker.send('brpop urgent orders 0\r\n');
    expect(told('waitStarted')).toEqual(['story waitStarted worker urgent BRPOP', 'wire waitStarted worker orders BRPOP']);
  });

  test.each([
    ['is served', () => shop.send('lpush orders a\r\n')],
    ['its time is up', () => environment.pass(1000)],
    ['it hangs up', () => worker.disconnect()],
  ])('waits no longer when %s', (_, happens) => {
    worker.send('brpop orders 1\r\n');
    happens();
    expect(told('waitEnded')).toEqual(['wire waitEnded worker orders']);
  });

  test('is not told when there is something at once', () => {
    shop.send('lpush orders a\r\n');
    worker.send('brpop orders 1\r\n');
    expect(told('waitStarted')).toEqual([]);
  });
});

describe('who listens', () => {
  test('is told when it begins and when it ceases, each once', () => {
    worker.send('subscribe news\r\nsubscribe news\r\nunsubscribe news\r\nunsubscribe news\r\n');
    expect(told('listenStarted', 'listenEnded')).toEqual(['story listenStarted worker news false', 'story listenEnded worker news false']);
  });

  test('to a pattern is told so', () => {
    worker.send('psubscribe news.*\r\n');
    expect(told('listenStarted')).toEqual(['story listenStarted worker news.* true']);
  });

  test('listens no longer when its connection is gone', () => {
    worker.send('subscribe news\r\n');
    worker.disconnect();
    expect(told('listenEnded')).toEqual(['story listenEnded worker news false']);
  });
});

test.each([
  ['lpush place a', 'list'],
  ['zadd place 1 a', 'sortedSet'],
  ['xadd place * a b', 'stream'],
  ['publish place a', 'channel'],
])('%s tells once that it is a %s', (command, form) => {
  shop.send(`${command}\r\n${command}\r\n`);
  expect(told('placeMade')).toEqual([`wire placeMade place ${form}`]);
});

test('a pop tells at which end', () => {
  shop.send('rpush orders a b\r\n');
  worker.send('lpop orders\r\nlmove orders doing right left\r\n');
  const ends = environment.happenings.flatMap((event) => (event.kind === 'messageDelivered' ? [event.detail.at] : []));
  expect(ends).toEqual(['head', 'tail']);
});
