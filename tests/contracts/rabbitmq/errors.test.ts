/** Errors of RabbitMQ as amqplib tells them. Each text was measured on RabbitMQ 3.10.8 (semantics.md "RabbitMQ, errors"). */
import amqp, { type Channel } from 'amqplib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rabbitmq } from '../../../sandbox/brokers/rabbitmq/rabbitmq.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';
import { Clients, refusalOf } from './client.ts';

const targets = await targetsOf(rabbitmq);
afterAll(() => Promise.all(targets.map((target) => target.close())));

const SETTLE_MS = 40;

describe.each(targets)('errors ($name)', REAL_TIME, ({ port }) => {
  const clients = new Clients(port);
  let queue: string;
  let exchange: string;

  beforeEach(() => {
    queue = clients.queueName();
    exchange = clients.exchangeName();
  });
  afterEach(() => clients.cleanUp());

  /** What is wrong with an operation, and how the text goes on after `Operation failed: `. */
  const refusals: Record<string, readonly [act: (channel: Channel) => Promise<unknown>, said: (() => string) | string]> = {
    '404 no queue': [
      (channel) => channel.checkQueue(queue),
      () => `QueueDeclare; 404 (NOT-FOUND) with message "NOT_FOUND - no queue '${queue}' in vhost '/'"`,
    ],
    '404 no exchange': [
      (channel) => channel.checkExchange(exchange),
      () => `ExchangeDeclare; 404 (NOT-FOUND) with message "NOT_FOUND - no exchange '${exchange}' in vhost '/'"`,
    ],
    '404 binding to no queue': [
      (channel) => channel.bindQueue(queue, 'amq.direct', 'x'),
      () => `QueueBind; 404 (NOT-FOUND) with message "NOT_FOUND - no queue '${queue}' in vhost '/'"`,
    ],
    '404 purging no queue': [
      (channel) => channel.purgeQueue(queue),
      () => `QueuePurge; 404 (NOT-FOUND) with message "NOT_FOUND - no queue '${queue}' in vhost '/'"`,
    ],
    '404 no previously declared queue': [
      (channel) => channel.bindQueue('', 'amq.direct', 'k'),
      'QueueBind; 404 (NOT-FOUND) with message "NOT_FOUND - no previously declared queue"',
    ],
    '403 reserved queue name': [
      (channel) => channel.assertQueue('amq.mine'),
      `QueueDeclare; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - queue name 'amq.mine' contains reserved prefix 'amq.*'"`,
    ],
    '403 reserved exchange name': [
      (channel) => channel.assertExchange('amq.mine', 'direct'),
      `ExchangeDeclare; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - exchange name 'amq.mine' contains reserved prefix 'amq.*'"`,
    ],
    '403 binding to the default exchange': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.bindQueue(queue, '', 'x');
      },
      'QueueBind; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - operation not permitted on the default exchange"',
    ],
    '403 declaring the default exchange': [
      (channel) => channel.assertExchange('', 'direct'),
      'ExchangeDeclare; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - operation not permitted on the default exchange"',
    ],
    '403 deleting a system exchange': [
      (channel) => channel.deleteExchange('amq.direct'),
      `ExchangeDelete; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - deletion of system exchange 'amq.direct' in vhost '/' not allowed"`,
    ],
    '403 a second consumer beside an exclusive one': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.consume(queue, () => {}, { exclusive: true });
        await channel.consume(queue, () => {});
      },
      () => `BasicConsume; 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - queue '${queue}' in vhost '/' in exclusive use"`,
    ],
    '406 durable differs': [
      async (channel) => {
        await channel.assertQueue(queue, { durable: false });
        await channel.assertQueue(queue, { durable: true });
      },
      () => inequivalent('QueueDeclare', 'durable', `queue '${queue}'`, "received 'true' but current is 'false'"),
    ],
    '406 autoDelete differs': [
      async (channel) => {
        await channel.assertQueue(queue, { durable: false });
        await channel.assertQueue(queue, { durable: false, autoDelete: true });
      },
      () => inequivalent('QueueDeclare', 'auto_delete', `queue '${queue}'`, "received 'true' but current is 'false'"),
    ],
    '406 an argument that was not there': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.assertQueue(queue, { messageTtl: 1000 });
      },
      () =>
        inequivalent('QueueDeclare', 'x-message-ttl', `queue '${queue}'`, "received the value '1000' of type 'short' but current is none"),
    ],
    '406 an argument that is missing': [
      async (channel) => {
        await channel.assertQueue(queue, { deadLetterExchange: 'dlx' });
        await channel.assertQueue(queue);
      },
      () =>
        inequivalent(
          'QueueDeclare',
          'x-dead-letter-exchange',
          `queue '${queue}'`,
          "received none but current is the value 'dlx' of type 'longstr'",
        ),
    ],
    '406 an argument that differs': [
      async (channel) => {
        await channel.assertQueue(queue, { messageTtl: 1000 });
        await channel.assertQueue(queue, { messageTtl: 70000 });
      },
      () => inequivalent('QueueDeclare', 'x-message-ttl', `queue '${queue}'`, "received '70000' but current is '1000'"),
    ],
    '406 an argument of the wrong type': [
      (channel) => channel.assertQueue(queue, { arguments: { 'x-message-ttl': 'abc' } }),
      () =>
        `QueueDeclare; 406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - invalid arg 'x-message-ttl' for queue '${queue}' in vhost '/': "expected integer, got longstr""`,
    ],
    '406 exchange type differs': [
      async (channel) => {
        await channel.assertExchange(exchange, 'direct');
        await channel.assertExchange(exchange, 'fanout');
      },
      () => inequivalent('ExchangeDeclare', 'type', `exchange '${exchange}'`, "received 'fanout' but current is 'direct'"),
    ],
    '406 exchange in use': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.assertExchange(exchange, 'direct');
        await channel.bindQueue(queue, exchange, 'k');
        await channel.deleteExchange(exchange, { ifUnused: true });
      },
      () => `ExchangeDelete; 406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - exchange '${exchange}' in vhost '/' in use"`,
    ],
    '406 queue in use': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.consume(queue, () => {});
        await channel.deleteQueue(queue, { ifUnused: true });
      },
      () => `QueueDelete; 406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - queue '${queue}' in vhost '/' in use"`,
    ],
    '406 queue not empty': [
      async (channel) => {
        await channel.assertQueue(queue);
        channel.sendToQueue(queue, Buffer.from('a'));
        await later(SETTLE_MS);
        await channel.deleteQueue(queue, { ifEmpty: true });
      },
      () => `QueueDelete; 406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - queue '${queue}' in vhost '/' not empty"`,
    ],
    '405 exclusive differs': [
      async (channel) => {
        await channel.assertQueue(queue);
        await channel.assertQueue(queue, { exclusive: true });
      },
      () => `QueueDeclare; 405 (RESOURCE-LOCKED) with message "RESOURCE_LOCKED - ${locked(queue)}"`,
    ],
  };

  test.each(Object.entries(refusals))('%s: the operation rejects, the channel tells and closes', async (_, [act, said]) => {
    const { channel, said: heard } = await clients.open();
    const text = typeof said === 'string' ? said : said();
    expect(await refusalOf(act(channel))).toBe(`Operation failed: ${text}`);
    expect(heard).toEqual([`Channel closed by server: ${text.slice(text.indexOf('; ') + 2)}`, 'channel closed']);
  });

  test('405: another connection may do nothing with an exclusive queue', async () => {
    const owner = await clients.open();
    await owner.channel.assertQueue(queue, { exclusive: true });
    const acts: ((channel: Channel) => Promise<unknown>)[] = [
      (channel) => channel.checkQueue(queue),
      (channel) => channel.consume(queue, () => {}),
      (channel) => channel.get(queue),
      (channel) => channel.purgeQueue(queue),
      (channel) => channel.deleteQueue(queue),
      (channel) => channel.bindQueue(queue, 'amq.direct', 'k'),
    ];
    for (const act of acts) {
      const { channel } = await clients.open();
      expect(await refusalOf(act(channel))).toContain(`405 (RESOURCE-LOCKED) with message "RESOURCE_LOCKED - ${locked(queue)}"`);
    }
    await owner.connection.close();
  });

  const silent: Record<string, readonly [act: (channel: Channel) => void, said: () => string]> = {
    'an ack of a message that was not delivered': [
      (channel) => channel.ack({ fields: { deliveryTag: 1 } } as never),
      () => '406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - unknown delivery tag 1"',
    ],
    'an ack of a tag that was never given, also with allUpTo': [
      (channel) => channel.ack({ fields: { deliveryTag: 99 } } as never, true),
      () => '406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - unknown delivery tag 99"',
    ],
    'a publish to no exchange': [
      (channel) => channel.publish(exchange, 'k', Buffer.from('')),
      () => `404 (NOT-FOUND) with message "NOT_FOUND - no exchange '${exchange}' in vhost '/'"`,
    ],
    'an expiration that is no number': [
      (channel) => channel.publish('', 'k', Buffer.from(''), { expiration: 'abc' }),
      () => `406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - invalid expiration 'abc': no_integer"`,
    ],
  };

  test.each(Object.entries(silent))('%s closes the channel, since nobody waits for an answer', async (_, [act, said]) => {
    const { channel, said: heard } = await clients.open();
    act(channel);
    await later(SETTLE_MS);
    expect(heard).toEqual([`Channel closed by server: ${said()}`, 'channel closed']);
  });

  test('503: an unknown exchange type closes the connection', async () => {
    const { channel, said } = await clients.open();
    await refusalOf(channel.assertExchange(exchange, 'weird'));
    await later(SETTLE_MS);
    expect(said).toEqual([
      `Connection closed: 503 (COMMAND-INVALID) with message "COMMAND_INVALID - unknown exchange type 'weird'"`,
      'channel closed',
      'connection closed',
    ]);
  });

  test('530: a consumer tag used twice closes the connection', async () => {
    const { channel, said } = await clients.open();
    await channel.assertQueue(queue);
    await channel.consume(queue, () => {}, { consumerTag: 't1' });
    await refusalOf(channel.consume(queue, () => {}, { consumerTag: 't1' }));
    await later(SETTLE_MS);
    expect(said[0]).toBe(`Connection closed: 530 (NOT-ALLOWED) with message "NOT_ALLOWED - attempt to reuse consumer tag 't1'"`);
  });

  test('after a channel error the connection and its other channels go on', async () => {
    const { connection, channel } = await clients.open();
    await refusalOf(channel.checkQueue(queue));
    const other = await connection.createChannel();
    expect((await other.assertQueue(queue)).queue).toBe(queue);
  });

  test('403: a wrong password ends the handshake', async () => {
    expect(await refusalOf(amqp.connect(`amqp://guest:wrong@127.0.0.1:${port}`))).toBe(
      'Handshake terminated by server: 403 (ACCESS-REFUSED) with message "ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile."',
    );
  });

  test('deleting or unbinding what is missing succeeds (semantics.md, routing)', async () => {
    const { channel } = await clients.open();
    await channel.deleteExchange(exchange);
    expect(await channel.deleteQueue(queue)).toEqual({ messageCount: 0 });
    await channel.unbindQueue(queue, 'amq.direct', 'none');
    await channel.unbindQueue(queue, exchange, 'none');
    expect(await channel.cancel('nobody')).toEqual({ consumerTag: 'nobody' });
  });
});

function inequivalent(operation: string, argument: string, noun: string, said: string): string {
  return `${operation}; 406 (PRECONDITION-FAILED) with message "PRECONDITION_FAILED - inequivalent arg '${argument}' for ${noun} in vhost '/': ${said}"`;
}

function locked(queue: string): string {
  return `cannot obtain exclusive access to locked queue '${queue}' in vhost '/'. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.`;
}
