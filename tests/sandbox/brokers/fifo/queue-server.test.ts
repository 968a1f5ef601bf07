/** The model of the queue server without any bytes: the story that it tells, by whom and by which line. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../../../sandbox/brokers/fifo/model/client.ts';
import { QueueServer } from '../../../../sandbox/brokers/fifo/model/queue-server.ts';
import type { Reply, Request } from '../../../../sandbox/brokers/fifo/model/request.ts';
import { FakeEnvironment } from '../fake-environment.ts';

let environment: FakeEnvironment;
let server: QueueServer;
let told: string[];
let shop: Client;
let worker: Client;

function connect(name: string): Client {
  return server.connect({
    client: name,
    deliver: ({ consumer, delivery, deliveryCount }) => told.push(`${name}: ${consumer} gets delivery ${delivery}, count ${deliveryCount}`),
  });
}

function ask(client: Client, request: Request): Reply | undefined {
  let reply: Reply | undefined;
  server.handle(client, request, { file: 'program.ts', line: 5 }, (answer) => {
    reply = answer;
  });
  return reply;
}

beforeEach(() => {
  environment = new FakeEnvironment();
  server = new QueueServer(environment);
  told = [];
  shop = connect('shop');
  worker = connect('worker');
});

const publish: Request = { do: 'publish', queue: 'orders', body: { id: 1 } };
const consume: Request = { do: 'consume', queue: 'orders', consumer: 'c', prefetch: 1 };

test('published, stored, delivered, acknowledged; what a client asks for has its line, what follows has none', () => {
  ask(worker, consume);
  ask(shop, publish);
  ask(worker, { do: 'ack', delivery: 1 });
  expect(environment.story()).toEqual([
    'messagePublished m1 orders shop',
    'messageStored m1 orders',
    'messageDelivered m1 orders worker',
    'messageAcked m1 orders worker',
  ]);
  expect(environment.happenings.map(({ source }) => source?.line)).toEqual([5, 5, undefined, 5]);
  expect(environment.happenings[0]?.detail).toMatchObject({ text: '{"id":1}', key: null });
});

describe('a topic', () => {
  const toTopic: Request = { do: 'publishToTopic', topic: 'orders', body: 'order-1' };

  test('one message is published once and routed and stored for each queue, all by the line that published', () => {
    for (const queue of ['mail', 'stock']) ask(worker, { do: 'bind', topic: 'orders', queue });
    ask(worker, { do: 'bind', topic: 'orders', queue: 'mail' });
    expect(ask(shop, toTopic)).toEqual({ ok: true, value: 'm1' });
    expect(environment.happenings.map(({ kind, messageId, detail, source }) => [kind, messageId, detail, source?.line])).toEqual([
      ['messagePublished', 'm1', { client: 'shop', to: 'orders', key: null, text: 'order-1' }, 5],
      ['messageRouted', 'm1', { from: 'orders', place: 'mail' }, 5],
      ['messageStored', 'm1', { place: 'mail', at: 'tail' }, 5],
      ['messageRouted', 'm1', { from: 'orders', place: 'stock' }, 5],
      ['messageStored', 'm1', { place: 'stock', at: 'tail' }, 5],
    ]);
  });

  test('without a queue the message is dropped, and the publisher is told nothing of it', () => {
    expect(ask(shop, toTopic)).toEqual({ ok: true, value: 'm1' });
    expect(environment.happenings.at(-1)).toMatchObject({
      kind: 'messageDropped',
      messageId: 'm1',
      detail: { place: 'orders', reason: 'noSubscriber' },
    });
  });

  test('a full queue drops its copy', () => {
    ask(worker, { do: 'declare', queue: 'mail', options: { capacity: 1 } });
    ask(worker, { do: 'bind', topic: 'orders', queue: 'mail' });
    ask(shop, toTopic);
    expect(ask(shop, toTopic)).toMatchObject({ ok: false, said: expect.stringContaining('The queue "mail" is full') });
    expect(environment.happenings.at(-1)).toMatchObject({ kind: 'messageDropped', messageId: 'm2', detail: { place: 'mail' } });
  });
});

describe('a delivery that is not settled', () => {
  beforeEach(() => {
    ask(shop, { do: 'declare', queue: 'orders', options: { visibilityMs: 100 } });
    ask(worker, consume);
    ask(shop, publish);
  });

  test('comes again at the very time when its visibility ends', () => {
    environment.pass(99.999);
    expect(environment.story()).toHaveLength(3);
    environment.pass(0.001);
    expect(environment.story().slice(3)).toEqual(['messageRequeued m1 orders worker', 'messageDelivered m1 orders worker redelivered']);
    expect(told).toEqual(['worker: c gets delivery 1, count 1', 'worker: c gets delivery 2, count 2']);
  });

  test('cannot be acknowledged afterwards', () => {
    environment.pass(100);
    expect(ask(worker, { do: 'ack', delivery: 1 })).toMatchObject({
      ok: false,
      said: expect.stringContaining('Delivery 1 is not in flight'),
    });
  });

  test('is settled by an ack, and nothing comes later', () => {
    ask(worker, { do: 'ack', delivery: 1 });
    environment.pass(1000);
    expect(environment.story().at(-1)).toBe('messageAcked m1 orders worker');
  });

  test('goes back when the connection closes, and is dealt out in an event of its own', () => {
    ask(shop, { ...consume, consumer: 'other' });
    server.disconnect(worker);
    expect(told).toEqual(['worker: c gets delivery 1, count 1']);
    environment.pass(0);
    expect(told.at(-1)).toBe('shop: other gets delivery 1, count 2');
  });
});

test('what a full queue throws away is told', () => {
  ask(shop, { do: 'declare', queue: 'orders', options: { capacity: 1, whenFull: 'dropOldest' } });
  for (let count = 0; count < 2; count += 1) ask(shop, publish);
  expect(environment.story()).toContain('messageDropped m1 orders full');
});

test('a publisher that is gone publishes nothing when room comes', () => {
  ask(shop, { do: 'declare', queue: 'orders', options: { capacity: 1, whenFull: 'block' } });
  const [first, second] = [ask(shop, publish), ask(shop, publish)];
  server.disconnect(shop);
  ask(worker, consume);
  expect([first?.ok, second]).toEqual([true, undefined]);
  expect(environment.story().filter((line) => line.startsWith('messagePublished'))).toHaveLength(1);
});

test('a consumer name is unique on its connection; an unknown one cannot be cancelled', () => {
  ask(worker, consume);
  expect(ask(worker, consume)).toEqual({ ok: false, said: 'This connection already has a consumer "c".' });
  expect(ask(worker, { do: 'cancel', consumer: 'x' })).toEqual({ ok: false, said: 'This connection has no consumer "x".' });
});
