/** Delivery through the real amqplib. Sources: semantics.md "RabbitMQ, delivery"; rabbitmq.com/docs/confirms, /consumer-prefetch; 3.10.8. */
import type { Channel, ConsumeMessage } from 'amqplib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { rabbitmq } from '../../../sandbox/brokers/rabbitmq/rabbitmq.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';
import { Clients, drain, textOf } from './client.ts';

const targets = await targetsOf(rabbitmq);
afterAll(() => Promise.all(targets.map((target) => target.close())));

const SETTLE_MS = 40;

describe.each(targets)('delivery ($name)', REAL_TIME, ({ port }) => {
  const clients = new Clients(port);
  afterEach(() => clients.cleanUp());

  /** A queue with these messages in it. */
  async function filled(channel: Channel, ...texts: string[]): Promise<string> {
    const queue = clients.queueName();
    await channel.assertQueue(queue);
    for (const text of texts) channel.sendToQueue(queue, Buffer.from(text));
    await later(SETTLE_MS);
    return queue;
  }

  async function collect(channel: Channel, queue: string, options = {}): Promise<{ got: ConsumeMessage[]; tag: string }> {
    const got: ConsumeMessage[] = [];
    const { consumerTag } = await channel.consume(queue, (message) => void (message !== null && got.push(message)), options);
    await later(SETTLE_MS);
    return { got, tag: consumerTag };
  }

  test('declare-ok counts what waits and who consumes, the unacked left out', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    await channel.prefetch(2);
    await collect(channel, queue);
    expect(await channel.checkQueue(queue)).toEqual({ queue, messageCount: 1, consumerCount: 1 });
  });

  test('a server-named queue is called amq.gen-… and is meant by an empty name afterwards', async () => {
    const { channel } = await clients.open();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    expect(queue).toMatch(/^amq\.gen-[\w-]{22}$/);
    await channel.bindQueue('', 'amq.direct', `${queue}-key`);
    channel.publish('amq.direct', `${queue}-key`, Buffer.from('x'));
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(['x']);
  });

  test('consumers take turns: 1, 3, 5 and 2, 4, 6', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel);
    const [one, two] = [await collect(channel, queue, { noAck: true }), await collect(channel, queue, { noAck: true })];
    for (const text of ['1', '2', '3', '4', '5', '6']) channel.sendToQueue(queue, Buffer.from(text));
    await later(SETTLE_MS);
    expect([one.got.map(textOf), two.got.map(textOf)]).toEqual([
      ['1', '3', '5'],
      ['2', '4', '6'],
    ]);
  });

  test('prefetch: no more than so many unacked; an ack lets the next one come', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    await channel.prefetch(1);
    const { got } = await collect(channel, queue);
    expect(got.map(textOf)).toEqual(['a']);
    channel.ack(got[0] as ConsumeMessage);
    await later(SETTLE_MS);
    expect(got.map(textOf)).toEqual(['a', 'b']);
  });

  test('prefetch is fair: the free worker gets what the busy one has no room for', async () => {
    const { connection, channel } = await clients.open();
    const queue = await filled(channel);
    const other = await connection.createChannel();
    for (const each of [channel, other]) await each.prefetch(1);
    const [busy, free] = [await collect(channel, queue), await collect(other, queue)];
    for (const text of ['1', '2']) channel.sendToQueue(queue, Buffer.from(text));
    await later(SETTLE_MS);
    other.ack(free.got[0] as ConsumeMessage);
    for (const text of ['3', '4']) channel.sendToQueue(queue, Buffer.from(text));
    await later(SETTLE_MS);
    expect([busy.got.map(textOf), free.got.map(textOf)]).toEqual([['1'], ['2', '3']]);
  });

  test('a prefetch change affects consumers that start later; the global one counts for the channel', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c', 'd');
    await channel.prefetch(2);
    const { got } = await collect(channel, queue);
    await channel.prefetch(3);
    await later(SETTLE_MS);
    expect(got.map(textOf)).toEqual(['a', 'b']);
    await channel.prefetch(3, true);
    const second = await collect(channel, queue);
    expect(second.got.map(textOf)).toEqual(['c']);
  });

  test('no-ack deliveries are not limited and need no ack', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    await channel.prefetch(1);
    const { got } = await collect(channel, queue, { noAck: true });
    expect(got.map(textOf)).toEqual(['a', 'b', 'c']);
  });

  test('tags start at 1 per channel; ack with allUpTo settles everything up to it', async () => {
    const { connection, channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    const { got } = await collect(channel, queue);
    expect(got.map((message) => message.fields.deliveryTag)).toEqual([1, 2, 3]);
    channel.ack(got[1] as ConsumeMessage, true);
    await channel.close();
    const other = await connection.createChannel();
    expect(await drain(other, queue)).toEqual(['c']);
  });

  test('nack with requeue goes back to its original place, redelivered', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    const [first, second] = [await channel.get(queue), await channel.get(queue)];
    if (first === false || second === false) throw new Error('The queue was empty.');
    channel.nack(second);
    channel.nack(first);
    await later(SETTLE_MS);
    const again = await channel.get(queue);
    expect([textOf(again), again !== false && again.fields.redelivered]).toEqual(['a', true]);
    expect(await drain(channel, queue)).toEqual(['b', 'c']);
  });

  test('nack of several at once, and reject', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    const { got, tag } = await collect(channel, queue);
    await channel.cancel(tag);
    channel.nack(got[1] as ConsumeMessage, true, true);
    channel.reject(got[2] as ConsumeMessage, true);
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(['a', 'b', 'c']);
  });

  test('without requeue and dead-letter exchange the message is gone', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b');
    const message = await channel.get(queue);
    if (message !== false) channel.reject(message, false);
    await later(SETTLE_MS);
    expect(await drain(channel, queue)).toEqual(['b']);
  });

  test('closing a channel requeues its unacked messages', async () => {
    const { connection, channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b', 'c');
    await collect(channel, queue);
    await channel.close();
    const other = await connection.createChannel();
    const { got } = await collect(other, queue);
    expect(got.map((message) => [textOf(message), message.fields.redelivered])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
    ]);
  });

  test('a lost connection requeues its unacked messages for the other consumer', async () => {
    const [crashing, surviving] = [await clients.open(), await clients.open()];
    const queue = await filled(surviving.channel, 'a', 'b');
    await crashing.channel.prefetch(1);
    const { got } = await collect(crashing.channel, queue);
    expect(got.map(textOf)).toEqual(['a']);
    clients.crash(crashing);
    await later(SETTLE_MS * 2);
    const { got: others } = await collect(surviving.channel, queue);
    expect(others.map((message) => [textOf(message), message.fields.redelivered])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('recover brings everything unacked again', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b');
    const { got } = await collect(channel, queue);
    await channel.recover();
    await later(SETTLE_MS);
    expect(got.map((message) => [textOf(message), message.fields.redelivered])).toEqual([
      ['a', false],
      ['b', false],
      ['a', true],
      ['b', true],
    ]);
  });

  test('cancel stops deliveries and keeps what is unacked', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a');
    const { got, tag } = await collect(channel, queue);
    await channel.cancel(tag);
    channel.sendToQueue(queue, Buffer.from('b'));
    await later(SETTLE_MS);
    expect(got.map(textOf)).toEqual(['a']);
    channel.ack(got[0] as ConsumeMessage);
    expect(await drain(channel, queue)).toEqual(['b']);
  });

  test('a deleted queue gives its consumers null', async () => {
    const { connection, channel } = await clients.open();
    const queue = await filled(channel);
    const got: (string | null)[] = [];
    await channel.consume(queue, (message) => got.push(textOf(message)));
    await (await connection.createChannel()).deleteQueue(queue);
    await later(SETTLE_MS);
    expect(got).toEqual([null]);
  });

  test('an auto-delete queue goes with its last consumer, not before the first', async () => {
    const { channel } = await clients.open();
    const queue = clients.queueName();
    await channel.assertQueue(queue, { autoDelete: true });
    await channel.checkQueue(queue);
    const { tag } = await collect(channel, queue);
    await channel.cancel(tag);
    await later(SETTLE_MS);
    await expect(channel.checkQueue(queue)).rejects.toThrow('404');
  });

  test('an exclusive queue goes with its connection', async () => {
    const [owner, other] = [await clients.open(), await clients.open()];
    const queue = clients.queueName();
    await owner.channel.assertQueue(queue, { exclusive: true });
    await owner.connection.close();
    await later(SETTLE_MS);
    await expect(other.channel.checkQueue(queue)).rejects.toThrow('404');
  });

  test('purge and delete say how many messages waited', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel, 'a', 'b');
    expect(await channel.purgeQueue(queue)).toEqual({ messageCount: 2 });
    channel.sendToQueue(queue, Buffer.from('c'));
    await later(SETTLE_MS);
    expect(await channel.deleteQueue(queue)).toEqual({ messageCount: 1 });
  });

  test('properties, headers of every kind and a large body arrive as they were sent', async () => {
    const { channel } = await clients.open();
    const queue = await filled(channel);
    const body = Buffer.alloc(300_000, 'ü');
    const headers = {
      text: 'ü',
      small: 1,
      wide: 70_000,
      huge: 2 ** 40,
      half: 0.5,
      yes: true,
      none: null,
      list: [1, 'a'],
      nested: { deep: -1 },
    };
    const options = {
      contentType: 'application/json',
      persistent: true,
      priority: 3,
      correlationId: 'c',
      replyTo: 'r',
      messageId: 'm',
      timestamp: 5,
      type: 't',
      appId: 'a',
    };
    channel.sendToQueue(queue, body, { ...options, headers });
    await later(SETTLE_MS * 2);
    const message = await channel.get(queue, { noAck: true });
    if (message === false) throw new Error('Nothing arrived.');
    expect(message.content.equals(body)).toBe(true);
    expect(message.properties.headers).toEqual(headers);
    const { persistent, ...plain } = options;
    expect(message.properties).toMatchObject({ ...plain, deliveryMode: persistent ? 2 : 1 });
  });

  test('confirms come for every publish', async () => {
    const { connection, channel } = await clients.open();
    const queue = await filled(channel);
    const confirming = await connection.createConfirmChannel();
    for (let count = 0; count < 20; count += 1) confirming.sendToQueue(queue, Buffer.from(String(count)));
    await confirming.waitForConfirms();
    expect((await channel.checkQueue(queue)).messageCount).toBe(20);
  });

  test('get on an empty queue is false', async () => {
    const { channel } = await clients.open();
    expect(await channel.get(await filled(channel))).toBe(false);
  });
});
