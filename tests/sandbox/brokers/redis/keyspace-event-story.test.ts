/** The story of a keyspace event: a message of the server itself when somebody listens, and nothing at all otherwise. */
import { expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

function stage() {
  const environment = new FakeEnvironment();
  const broker = redis.create(environment);
  const [shop, watcher] = [new FakeClient(broker, 'shop'), new FakeClient(broker, 'watcher')];
  shop.send('config set notify-keyspace-events Ex\r\n');
  return { environment, broker, shop, watcher };
}

test('a key that expires is told to who listens, at its time', () => {
  const { environment, shop, watcher } = stage();
  watcher.send('psubscribe __keyevent@0__:*\r\n');
  shop.send('set cart 1 px 50\r\n');
  environment.pass(60);
  expect(environment.story().slice(1)).toEqual([
    'messagePublished m1 __keyevent@0__:expired server',
    'messageDelivered m1 __keyevent@0__:expired watcher settled',
  ]);
});

test('with nobody to hear it there is no message', () => {
  const { environment, shop, watcher } = stage();
  watcher.send('subscribe __keyevent@0__:del\r\n');
  shop.send('set cart 1 px 50\r\n');
  environment.pass(60);
  expect(environment.story()).toHaveLength(1);
});

test('SET with a time that is over tells that the key expires, and then that it has', () => {
  const { shop, watcher } = stage();
  shop.send('config set notify-keyspace-events KA\r\n');
  watcher.send('subscribe __keyspace@0__:cart\r\n');
  watcher.sent.length = 0;
  shop.send('set cart 1 exat 1\r\n');
  expect(watcher.heard.match(/set|expired|expire/g)).toEqual(['set', 'expire', 'expired']);
});

test('a server that starts again has forgotten the setting, and tells of no key that is back', () => {
  const { environment, broker } = stage();
  broker.killed?.();
  broker.restarted();
  const [shop, watcher] = [new FakeClient(broker, 'shop'), new FakeClient(broker, 'watcher')];
  watcher.send('psubscribe *\r\n');
  shop.send('set cart 1 px 50\r\n');
  environment.pass(60);
  expect(environment.story()).toHaveLength(1);
});
