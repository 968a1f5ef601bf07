/** Routing through the real amqplib. Sources: semantics.md "RabbitMQ, routing"; rabbitmq.com/tutorials; measured on 3.10.8. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { rabbitmq } from '../../../sandbox/brokers/rabbitmq/rabbitmq.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';
import { Clients, drain } from './client.ts';

const targets = await targetsOf(rabbitmq);
afterAll(() => Promise.all(targets.map((target) => target.close())));

const SETTLE_MS = 40;
const KEYS = ['', '.', 'a', 'a.', '.a', 'a.b', 'b', 'a.b.b', 'a..b', 'a.b.c'];

/** Which of KEYS each pattern matches. */
const PATTERNS: Record<string, readonly string[]> = {
  '*': ['a', 'b'],
  '#': KEYS,
  'a.*': ['a.', 'a.b'],
  'a.#': ['a', 'a.', 'a.b', 'a.b.b', 'a..b', 'a.b.c'],
  '#.b': ['a.b', 'b', 'a.b.b', 'a..b'],
  'a.#.b': ['a.b', 'a.b.b', 'a..b'],
  '*.*': ['.', 'a.', '.a', 'a.b'],
  '*.#': KEYS.slice(1),
  '#.#': KEYS,
  '': [''],
  '.': ['.'],
  '*.': ['.', 'a.'],
  'a..b': ['a..b'],
};

describe.each(targets)('routing ($name)', REAL_TIME, ({ port }) => {
  const clients = new Clients(port);
  afterEach(() => clients.cleanUp());

  test.each(Object.entries(PATTERNS))('topic pattern %j matches its keys and no other', async (pattern, keys) => {
    const { channel } = await clients.open();
    const queue = clients.queueName();
    await channel.assertQueue(queue);
    await channel.bindQueue(queue, 'amq.topic', pattern);
    for (const key of KEYS) channel.publish('amq.topic', key, Buffer.from(key));
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(keys);
  });

  test('direct: the key must be equal; fanout: every queue gets a copy', async () => {
    const { channel } = await clients.open();
    const [one, two] = [clients.queueName(), clients.queueName()];
    for (const queue of [one, two]) {
      await channel.assertQueue(queue);
      await channel.bindQueue(queue, 'amq.fanout', 'ignored');
    }
    await channel.bindQueue(one, 'amq.direct', `${one}-key`);
    channel.publish('amq.direct', `${one}-key`, Buffer.from('direct'));
    channel.publish('amq.direct', `${one}-ke`, Buffer.from('nobody'));
    channel.publish('amq.fanout', '', Buffer.from('all'));
    await later(SETTLE_MS);
    expect([await drain(channel, one), await drain(channel, two)]).toEqual([['direct', 'all'], ['all']]);
  });

  test('several matching bindings of one queue deliver once', async () => {
    const { channel } = await clients.open();
    const queue = clients.queueName();
    await channel.assertQueue(queue);
    await channel.bindQueue(queue, 'amq.topic', `${queue}.#`);
    await channel.bindQueue(queue, 'amq.topic', `${queue}.*`);
    await channel.bindQueue(queue, 'amq.topic', `${queue}.#`);
    channel.publish('amq.topic', `${queue}.paid`, Buffer.from('once'));
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(['once']);
  });

  test('the default exchange leads to the queue of that name', async () => {
    const { channel } = await clients.open();
    const queue = clients.queueName();
    await channel.assertQueue(queue);
    channel.publish('', queue, Buffer.from('x'));
    await later(SETTLE_MS);
    const message = await channel.get(queue, { noAck: true });
    expect(message).toMatchObject({ fields: { exchange: '', routingKey: queue, redelivered: false, messageCount: 0 } });
  });

  test('headers: all or any of the arguments; no arguments match all, any with none matches nothing', async () => {
    const { channel } = await clients.open();
    const bindings = {
      all: { 'x-match': 'all', kind: 'order', size: 2 },
      any: { 'x-match': 'any', kind: 'order', size: 2 },
      none: {},
      anyOfNone: { 'x-match': 'any' },
    };
    const queues: Record<string, string> = {};
    const exchange = clients.exchangeName();
    await channel.assertExchange(exchange, 'headers', { durable: false });
    for (const [name, table] of Object.entries(bindings)) {
      queues[name] = (await channel.assertQueue(clients.queueName())).queue;
      await channel.bindQueue(queues[name], exchange, '', table);
    }
    const sent = [{ kind: 'order', size: 2 }, { kind: 'order', size: 3 }, { kind: 'mail' }, undefined];
    for (const [index, headers] of sent.entries()) channel.publish(exchange, '', Buffer.from(String(index)), { headers });
    await later(SETTLE_MS);
    const got = Object.fromEntries(
      await Promise.all(Object.entries(queues).map(async ([name, queue]) => [name, await drain(channel, queue)])),
    );
    expect(got).toEqual({ all: ['0'], any: ['0', '1'], none: ['0', '1', '2', '3'], anyOfNone: [] });
  });

  test('an exchange can be bound to another (rabbitmq.com/docs/e2e)', async () => {
    const { channel } = await clients.open();
    const queue = clients.queueName();
    const inner = clients.exchangeName();
    await channel.assertQueue(queue);
    await channel.assertExchange(inner, 'fanout', { durable: false, internal: true });
    await channel.bindQueue(queue, inner, '');
    await channel.bindExchange(inner, 'amq.topic', `${queue}.*`);
    channel.publish('amq.topic', `${queue}.paid`, Buffer.from('through two'));
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(['through two']);
    await channel.unbindExchange(inner, 'amq.topic', `${queue}.*`);
    channel.publish('amq.topic', `${queue}.paid`, Buffer.from('cut'));
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual([]);
  });

  test('mandatory and unroutable: returned with 312 before the confirm', async () => {
    const { connection } = await clients.open();
    const channel = await connection.createConfirmChannel();
    const said: string[] = [];
    channel.on('return', ({ fields, content }) => {
      const { replyCode, replyText } = fields as unknown as { replyCode: number; replyText: string };
      said.push(`${replyCode} ${replyText} ${content}`);
    });
    await new Promise<void>((resolve) => {
      channel.publish('', clients.queueName(), Buffer.from('lost?'), { mandatory: true }, (error) => {
        said.push(`confirm ${error}`);
        resolve();
      });
    });
    expect(said).toEqual(['312 NO_ROUTE lost?', 'confirm null']);
  });

  test('unroutable without mandatory: dropped in silence, and confirmed', async () => {
    const { connection, said } = await clients.open();
    const channel = await connection.createConfirmChannel();
    channel.publish('', clients.queueName(), Buffer.from('gone'));
    await channel.waitForConfirms();
    expect(said).toEqual([]);
  });

  test('an auto-delete exchange goes with its last binding', async () => {
    const { channel } = await clients.open();
    const [queue, exchange] = [clients.queueName(), clients.exchangeName()];
    await channel.assertQueue(queue);
    await channel.assertExchange(exchange, 'direct', { autoDelete: true });
    await channel.checkExchange(exchange);
    await channel.bindQueue(queue, exchange, 'k');
    await channel.unbindQueue(queue, exchange, 'k');
    await expect(channel.checkExchange(exchange)).rejects.toThrow('404');
  });
});
