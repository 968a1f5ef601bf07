/** One open channel on the wire: its methods become calls of the model, and what the model says becomes methods. */
import type { SourceLine } from '../../../trace/event.ts';
import { AmqpError, notImplemented } from '../model/amqp-error.ts';
import type { Channel } from '../model/channel.ts';
import type { Connection } from '../model/connection.ts';
import { exchangeTypeOf } from '../model/exchange.ts';
import type { Properties } from '../model/message.ts';
import type { Queue } from '../model/queue.ts';
import type { VirtualHost } from '../model/virtual-host.ts';
import type { FieldsOf, Method, MethodName } from './methods.ts';
import type { Wire } from './wire.ts';

export class ChannelSession {
  readonly #number: number;
  readonly #host: VirtualHost;
  readonly #connection: Connection;
  readonly #wire: Wire;
  readonly #channel: Channel;

  constructor(number: number, host: VirtualHost, connection: Connection, wire: Wire) {
    this.#number = number;
    this.#host = host;
    this.#connection = connection;
    this.#wire = wire;
    this.#channel = connection.openChannel({
      deliver: (consumerTag, { deliveryTag, redelivered, message }) => {
        const { exchange, routingKey } = message;
        wire.sendMessage(number, 'basic.deliver', { consumerTag, deliveryTag, redelivered, exchange, routingKey }, message);
      },
      returned: (message) => {
        const { exchange, routingKey } = message;
        wire.sendMessage(number, 'basic.return', { replyCode: 312, replyText: 'NO_ROUTE', exchange, routingKey }, message);
      },
      confirmed: (deliveryTag) => wire.send(number, 'basic.ack', { deliveryTag, multiple: false }),
      cancelled: (consumerTag) => wire.send(number, 'basic.cancel', { consumerTag, nowait: true }),
    });
  }

  close(): void {
    this.#connection.closeChannel(this.#channel);
  }

  publish(fields: FieldsOf<'basic.publish'>, properties: Properties, body: Uint8Array, source: SourceLine | undefined): void {
    const { exchange, routingKey, mandatory, immediate } = fields;
    if (immediate) throw notImplemented('immediate=true');
    this.#channel.publish({ exchange, routingKey, mandatory, properties, body, source });
  }

  /** Does what a method without content asks, and answers it unless the client wants no answer. */
  handle(method: Method, source: SourceLine | undefined): void {
    const { name, fields } = method;
    const channel = this.#channel;
    switch (name) {
      case 'exchange.declare':
        if (fields.passive) this.#host.exchanges.get(fields.exchange);
        else this.#declareExchange(fields);
        this.#answer(fields, 'exchange.declare-ok', {});
        return;
      case 'exchange.delete':
        this.#host.exchanges.delete(fields.exchange, fields.ifUnused);
        this.#answer(fields, 'exchange.delete-ok', {});
        return;
      case 'exchange.bind': {
        const destination = this.#host.exchanges.get(fields.destination);
        this.#host.exchanges.bind(this.#host.exchanges.get(fields.source), {
          destination,
          routingKey: fields.routingKey,
          arguments: fields.arguments,
        });
        this.#answer(fields, 'exchange.bind-ok', {});
        return;
      }
      case 'exchange.unbind': {
        const from = this.#host.exchanges.find(fields.source);
        const destination = this.#host.exchanges.find(fields.destination);
        if (from !== undefined && destination !== undefined) {
          this.#host.exchanges.unbind(from, { destination, routingKey: fields.routingKey, arguments: fields.arguments });
        }
        this.#answer(fields, 'exchange.unbind-ok', {});
        return;
      }
      case 'queue.declare':
        this.#declareQueue(fields);
        return;
      case 'queue.bind': {
        const queue = this.#queue(fields.queue);
        const exchange = this.#host.exchanges.get(fields.exchange);
        this.#host.exchanges.bind(exchange, { destination: queue, routingKey: this.#routingKey(fields), arguments: fields.arguments });
        this.#answer(fields, 'queue.bind-ok', {});
        return;
      }
      case 'queue.unbind':
        this.#unbindQueue(fields);
        this.#send('queue.unbind-ok', {});
        return;
      case 'queue.purge': {
        const messageCount = this.#host.queues.purge(this.#queue(fields.queue), source);
        this.#answer(fields, 'queue.purge-ok', { messageCount });
        return;
      }
      case 'queue.delete': {
        const isThere = fields.queue === '' || this.#host.queues.find(fields.queue) !== undefined;
        const messageCount = isThere ? this.#host.queues.delete(this.#queue(fields.queue), fields, source) : 0;
        this.#answer(fields, 'queue.delete-ok', { messageCount });
        return;
      }
      case 'basic.qos':
        channel.limitPrefetch(fields.prefetchSize, fields.prefetchCount, fields.global);
        this.#send('basic.qos-ok', {});
        return;
      case 'basic.consume':
        channel.consume(this.#queue(fields.queue), fields.consumerTag, fields, (consumerTag) =>
          this.#answer(fields, 'basic.consume-ok', { consumerTag }),
        );
        return;
      case 'basic.cancel':
        channel.cancel(fields.consumerTag);
        this.#answer(fields, 'basic.cancel-ok', { consumerTag: fields.consumerTag });
        return;
      case 'basic.get':
        this.#get(fields, source);
        return;
      case 'basic.ack':
        channel.ack(fields.deliveryTag, fields.multiple, source);
        return;
      case 'basic.nack':
        channel.reject(fields.deliveryTag, fields.multiple, fields.requeue, source);
        return;
      case 'basic.reject':
        channel.reject(fields.deliveryTag, false, fields.requeue, source);
        return;
      case 'basic.recover':
      case 'basic.recover-async':
        channel.recover(fields.requeue, source, () => {
          if (name === 'basic.recover') this.#send('basic.recover-ok', {});
        });
        return;
      case 'confirm.select':
        channel.selectConfirms();
        this.#answer(fields, 'confirm.select-ok', {});
        return;
      case 'channel.flow':
        this.#send('channel.flow-ok', { active: fields.active });
        return;
      default:
        throw new AmqpError('connection', 503, 'COMMAND_INVALID - unexpected method');
    }
  }

  #declareExchange({ exchange, type, durable, autoDelete, internal, arguments: table }: FieldsOf<'exchange.declare'>): void {
    this.#host.exchanges.declare(exchange, { type: exchangeTypeOf(type), durable, autoDelete, internal, arguments: table });
  }

  #declareQueue(fields: FieldsOf<'queue.declare'>): void {
    const { durable, autoDelete, arguments: table } = fields;
    const spec = { durable, autoDelete, owner: fields.exclusive ? this.#connection : null, arguments: table };
    const queue = fields.passive
      ? this.#host.queues.get(fields.queue, this.#connection)
      : this.#host.queues.declare(fields.queue, spec, this.#connection);
    this.#channel.lastQueueName = queue.name;
    const { messageCount, consumers } = queue;
    this.#answer(fields, 'queue.declare-ok', { queue: queue.name, messageCount, consumerCount: consumers.length });
  }

  #unbindQueue(fields: FieldsOf<'queue.unbind'>): void {
    if (fields.exchange === '') this.#host.exchanges.get('');
    const exchange = this.#host.exchanges.find(fields.exchange);
    const destination = this.#host.queues.find(fields.queue === '' ? (this.#channel.lastQueueName ?? '') : fields.queue);
    if (exchange === undefined || destination === undefined) return;
    this.#host.exchanges.unbind(exchange, { destination, routingKey: this.#routingKey(fields), arguments: fields.arguments });
  }

  #get({ queue, noAck }: FieldsOf<'basic.get'>, source: SourceLine | undefined): void {
    const from = this.#queue(queue);
    const delivery = this.#channel.get(from, noAck, source);
    if (delivery === undefined) {
      this.#send('basic.get-empty', { clusterId: '' });
      return;
    }
    const { deliveryTag, redelivered, message } = delivery;
    const { exchange, routingKey } = message;
    const fields = { deliveryTag, redelivered, exchange, routingKey, messageCount: from.messageCount };
    this.#wire.sendMessage(this.#number, 'basic.get-ok', fields, message);
  }

  /** The queue that a method names; an empty name means the queue declared last on the channel. */
  #queue(name: string): Queue {
    const { lastQueueName } = this.#channel;
    if (name === '' && lastQueueName === null) throw new AmqpError('channel', 404, 'NOT_FOUND - no previously declared queue');
    return this.#host.queues.get(name === '' ? (lastQueueName ?? '') : name, this.#connection);
  }

  /** With neither queue nor key named, the key is the queue's name (spec, queue.bind). */
  #routingKey({ queue, routingKey }: { queue: string; routingKey: string }): string {
    return queue === '' && routingKey === '' ? (this.#channel.lastQueueName ?? '') : routingKey;
  }

  #answer<Name extends MethodName>(asked: { readonly nowait: boolean }, name: Name, fields: FieldsOf<Name>): void {
    if (!asked.nowait) this.#send(name, fields);
  }

  #send<Name extends MethodName>(name: Name, fields: FieldsOf<Name>): void {
    this.#wire.send(this.#number, name, fields);
  }
}
