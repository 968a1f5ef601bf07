/** The model of RabbitMQ without any bytes: the story that it tells, and what survives. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Channel, ChannelOutbox } from '../../../../sandbox/brokers/rabbitmq/model/channel.ts';
import type { Connection } from '../../../../sandbox/brokers/rabbitmq/model/connection.ts';
import { EMPTY_TABLE } from '../../../../sandbox/brokers/rabbitmq/model/field-table.ts';
import { VirtualHost } from '../../../../sandbox/brokers/rabbitmq/model/virtual-host.ts';
import { FakeEnvironment } from '../fake-environment.ts';

let environment: FakeEnvironment;
let host: VirtualHost;
let shop: Side;
let worker: Side;

/** One connection with one channel, and what it was told. */
interface Side {
  readonly connection: Connection;
  readonly channel: Channel;
  readonly told: string[];
}

function side(client: string): Side {
  const told: string[] = [];
  const outbox: ChannelOutbox = {
    deliver: (tag, { deliveryTag, redelivered }) => told.push(`deliver ${tag} ${deliveryTag}${redelivered ? ' redelivered' : ''}`),
    returned: () => told.push('returned'),
    confirmed: (number) => told.push(`confirmed ${number}`),
    cancelled: (tag) => told.push(`cancelled ${tag}`),
  };
  const connection = host.connect(client);
  return { connection, channel: connection.openChannel(outbox), told };
}

function declare(name: string, options: { durable?: boolean; autoDelete?: boolean; owner?: Connection } = {}) {
  const { durable = true, autoDelete = false, owner = null } = options;
  return host.queues.declare(name, { durable, autoDelete, owner, arguments: EMPTY_TABLE }, shop.connection);
}

function publish(routingKey: string, options: { exchange?: string; persistent?: boolean; mandatory?: boolean } = {}): void {
  const { exchange = '', persistent = true, mandatory = false } = options;
  const source = { file: 'shop.ts', line: 4 };
  const properties = { deliveryMode: persistent ? 2 : 1 };
  shop.channel.publish({ exchange, routingKey, mandatory, properties, body: new TextEncoder().encode('{"id":1}'), source });
}

function consume(tag: string, queue: string, from: Side = worker): void {
  from.channel.consume(host.queues.get(queue, from.connection), tag, { noAck: false, exclusive: false }, () => {});
}

beforeEach(() => {
  environment = new FakeEnvironment();
  host = new VirtualHost(environment);
  shop = side('shop');
  worker = side('worker');
});

describe('the story', () => {
  test('a message goes from exchange to queue to consumer, and is acknowledged', () => {
    declare('orders');
    consume('c', 'orders');
    publish('orders');
    worker.channel.ack(1, false, undefined);
    expect(environment.story()).toEqual([
      'messagePublished m1 (default) shop',
      'messageRouted m1 (default) orders',
      'messageStored m1 orders',
      'messageDelivered m1 orders worker',
      'messageAcked m1 orders worker',
    ]);
    expect(environment.happenings[0]).toMatchObject({ source: { line: 4 }, detail: { key: 'orders', text: '{"id":1}' } });
  });

  test('a copy for every queue keeps the id', () => {
    for (const name of ['stock', 'mail'])
      host.exchanges.bind(host.exchanges.get('amq.fanout'), { destination: declare(name), routingKey: '', arguments: EMPTY_TABLE });
    publish('', { exchange: 'amq.fanout' });
    expect(environment.story().filter((line) => line.startsWith('messageStored'))).toEqual([
      'messageStored m1 stock',
      'messageStored m1 mail',
    ]);
  });

  test('no queue: dropped as unroutable', () => {
    publish('nowhere');
    expect(environment.story()).toEqual(['messagePublished m1 (default) shop', 'messageDropped m1 (default) unroutable']);
  });

  test('reject without requeue, purge and delete throw away', () => {
    const queue = declare('orders');
    consume('c', 'orders');
    publish('orders');
    worker.channel.reject(1, false, false, undefined);
    worker.channel.cancel('c');
    publish('orders');
    host.queues.purge(queue);
    publish('orders');
    host.queues.delete(queue, { ifUnused: false, ifEmpty: false });
    expect(environment.story().filter((line) => line.startsWith('messageDropped'))).toEqual([
      'messageDropped m1 orders rejected',
      'messageDropped m2 orders purged',
      'messageDropped m3 orders deleted',
    ]);
  });
});

describe('a lost connection', () => {
  beforeEach(() => {
    declare('orders');
    consume('c', 'orders');
    publish('orders');
  });

  test('requeues at once and deals out in an event of its own', () => {
    consume('other', 'orders', shop);
    host.disconnect(worker.connection);
    expect(environment.story().at(-1)).toBe('messageRequeued m1 orders worker');
    environment.pass(0);
    expect(shop.told).toEqual(['deliver other 1 redelivered']);
  });

  test('when the server dies, nothing is dealt to those that are about to go', () => {
    consume('other', 'orders', shop);
    host.disconnect(worker.connection);
    host.disconnect(shop.connection);
    host.restarted();
    environment.pass(1);
    expect(shop.told).toEqual([]);
  });

  test('a deleted queue takes nothing back', () => {
    host.queues.delete(host.queues.get('orders', shop.connection), { ifUnused: false, ifEmpty: false });
    host.disconnect(worker.connection);
    expect(environment.story().at(-1)).toBe('messageDelivered m1 orders worker');
    expect(worker.told).toEqual(['deliver c 1', 'cancelled c']);
  });
});

describe('a restart', () => {
  function restart(): void {
    for (const { connection } of [shop, worker]) host.disconnect(connection);
    host.restarted();
    environment.pass(0);
    shop = side('shop');
  }

  test('keeps a persistent message in a durable queue, and says that it was delivered before', () => {
    declare('orders');
    consume('c', 'orders');
    publish('orders');
    restart();
    consume('again', 'orders', shop);
    expect(shop.told).toEqual(['deliver again 1 redelivered']);
  });

  test.each([
    ['a transient message in a durable queue', true, false],
    ['a persistent message in a transient queue', false, true],
    ['a transient message in a transient queue', false, false],
  ])('loses %s', (_, durable, persistent) => {
    declare('orders', { durable });
    publish('orders', { persistent });
    restart();
    expect(environment.story().at(-1)).toBe('messageDropped m1 orders processLost');
    expect(host.queues.find('orders')?.messageCount).toBe(durable ? 0 : undefined);
  });

  test('keeps the bindings between what is durable only', () => {
    const spec = { type: 'direct', autoDelete: false, internal: false, arguments: EMPTY_TABLE } as const;
    host.exchanges.declare('lasting', { ...spec, durable: true });
    host.exchanges.declare('passing', { ...spec, durable: false });
    for (const name of ['lasting', 'passing']) {
      host.exchanges.bind(host.exchanges.get(name), { destination: declare('orders'), routingKey: 'k', arguments: EMPTY_TABLE });
    }
    restart();
    publish('k', { exchange: 'lasting' });
    expect(environment.story().at(-1)).toBe('messageStored m1 orders');
    expect(host.exchanges.find('passing')).toBeUndefined();
  });
});

test('who consumes is told as waiting', () => {
  declare('orders');
  consume('c', 'orders');
  expect(host.waiting()).toEqual([{ process: 'worker', what: 'a message on the queue orders (consumer)' }]);
});

test('a confirm comes after the return', () => {
  shop.channel.selectConfirms();
  publish('nowhere', { mandatory: true });
  expect(shop.told).toEqual(['returned', 'confirmed 1']);
});
