/** The virtual host: exchanges, queues and the bindings between them, and who may do what with them. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import type { DropReason, Happening, SourceLine } from '../../../trace/event.ts';
import { accessRefused, defaultExchangeRefused, inUse, lockedQueue, notFound, preconditionFailed, reservedName } from './amqp-error.ts';
import { type Binding, sameBinding } from './binding.ts';
import { Connection } from './connection.ts';
import type { Consumer } from './consumer.ts';
import { requireSameArguments, requireSameProperties } from './equivalence.ts';
import { Exchange, type ExchangeSpec } from './exchange.ts';
import { EMPTY_TABLE } from './field-table.ts';
import { generatedName } from './generated-name.ts';
import { isPersistent, type Message } from './message.ts';
import { Queue, type QueuedMessage, type QueueSpec } from './queue.ts';
import { requireValidArguments } from './queue-arguments.ts';

/** What is an event of the host without its head. */
export type Told = Happening extends infer H ? (H extends Happening ? Pick<H, 'kind' | 'detail'> : never) : never;

const SYSTEM_EXCHANGES = {
  'amq.direct': 'direct',
  'amq.fanout': 'fanout',
  'amq.topic': 'topic',
  'amq.headers': 'headers',
  'amq.match': 'headers',
} as const;

export class VirtualHost {
  readonly environment: BrokerEnvironment;
  readonly #exchanges = new Map<string, Exchange>();
  readonly #queues = new Map<string, Queue>();
  readonly #connections = new Set<Connection>();

  constructor(environment: BrokerEnvironment) {
    this.environment = environment;
    for (const [name, type] of Object.entries(SYSTEM_EXCHANGES)) {
      this.#exchanges.set(name, new Exchange(name, { type, durable: true, autoDelete: false, internal: false, arguments: EMPTY_TABLE }));
    }
  }

  connect(client: string): Connection {
    const connection = new Connection(client, this);
    this.#connections.add(connection);
    return connection;
  }

  disconnect(connection: Connection): void {
    this.#connections.delete(connection);
    connection.closed();
  }

  /** Records an event in the life of a message. */
  tell(message: Message, source: SourceLine | undefined, told: Told): void {
    this.environment.record({ level: 'story', messageId: message.id, ...(source && { source }), ...told });
  }

  /** The exchange of that name. Throws for the default exchange, which only takes messages, and when there is none. */
  exchange(name: string): Exchange {
    if (name === '') throw defaultExchangeRefused();
    const exchange = this.#exchanges.get(name);
    if (exchange === undefined) throw notFound('exchange', name);
    return exchange;
  }

  /** Makes the exchange, or checks that the one of that name is the same. */
  declareExchange(name: string, spec: ExchangeSpec): void {
    if (name === '') throw defaultExchangeRefused();
    const current = this.#exchanges.get(name)?.spec;
    if (current === undefined) {
      if (name.startsWith('amq.')) throw reservedName('exchange', name);
      this.#exchanges.set(name, new Exchange(name, spec));
      return;
    }
    const declared = { noun: 'exchange', name } as const;
    requireSameProperties(declared, [
      ['type', spec.type, current.type],
      ['durable', spec.durable, current.durable],
      ['auto_delete', spec.autoDelete, current.autoDelete],
      ['internal', spec.internal, current.internal],
    ]);
    requireSameArguments(declared, ['alternate-exchange'], spec.arguments, current.arguments);
  }

  /** Deletes the exchange with its bindings; one that is not there is fine. */
  deleteExchange(name: string, ifUnused: boolean): void {
    if (name === '') throw defaultExchangeRefused();
    if (name.startsWith('amq.')) throw accessRefused(`deletion of system exchange '${name}' in vhost '/' not allowed`);
    const exchange = this.#exchanges.get(name);
    if (exchange === undefined) return;
    if (ifUnused && exchange.bindings.length > 0) throw inUse('exchange', name);
    this.#exchanges.delete(name);
    this.#unbindFromAll(exchange);
  }

  bind(exchange: Exchange, binding: Binding): void {
    if (!exchange.bindings.some((known) => sameBinding(known, binding))) exchange.bindings.push(binding);
  }

  /** Takes the binding away; one that is not there is fine. */
  unbind(exchange: Exchange, binding: Binding): void {
    this.#setBindings(
      exchange,
      exchange.bindings.filter((known) => !sameBinding(known, binding)),
    );
  }

  findExchange(name: string): Exchange | undefined {
    return this.#exchanges.get(name);
  }

  findQueue(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  /** The queue of that name, if it is there and this connection may use it. */
  queue(name: string, connection: Connection): Queue {
    const queue = this.#queues.get(name);
    if (queue === undefined) throw notFound('queue', name);
    if (queue.spec.owner !== null && queue.spec.owner !== connection) throw lockedQueue(name);
    return queue;
  }

  /** Makes the queue, or checks that the one of that name is the same. An empty name asks for a new one. */
  declareQueue(wantedName: string, spec: QueueSpec, connection: Connection): Queue {
    const name = wantedName === '' ? generatedName('amq.gen', this.environment) : wantedName;
    const known = this.#queues.get(name);
    if (known !== undefined) {
      requireSameQueue(known, spec, connection);
      return known;
    }
    if (wantedName.startsWith('amq.')) throw reservedName('queue', name);
    requireValidArguments(name, spec.arguments);
    const queue = new Queue(name, spec);
    this.#queues.set(name, queue);
    return queue;
  }

  /** Deletes the queue with all that waits in it; returns how many messages that were. */
  deleteQueue(queue: Queue, conditions: { ifUnused: boolean; ifEmpty: boolean }, source?: SourceLine): number {
    if (conditions.ifUnused && queue.consumers.length > 0) throw inUse('queue', queue.name);
    if (conditions.ifEmpty && queue.messageCount > 0) throw preconditionFailed(`queue '${queue.name}' in vhost '/' not empty`);
    queue.isDeleted = true;
    this.#queues.delete(queue.name);
    this.#unbindFromAll(queue);
    const dropped = this.drop(queue.drain(), queue, 'deleted', source);
    for (const consumer of queue.consumers) consumer.channel.queueDeleted(consumer);
    return dropped;
  }

  deleteQueuesOf(connection: Connection): void {
    for (const queue of [...this.#queues.values()]) if (queue.spec.owner === connection) this.#deleteAnyway(queue);
  }

  /** Takes a consumer from its queue; an auto-delete queue goes with its last one. */
  removeConsumer(consumer: Consumer): void {
    const { queue } = consumer;
    queue.remove(consumer);
    if (queue.spec.autoDelete && queue.consumers.length === 0 && !queue.isDeleted) this.#deleteAnyway(queue);
  }

  /** Tells that these messages are thrown away; returns how many. */
  drop(queued: readonly QueuedMessage[], queue: Queue, reason: DropReason, source?: SourceLine): number {
    for (const { message } of queued) this.tell(message, source, { kind: 'messageDropped', detail: { place: queue.name, reason } });
    return queued.length;
  }

  waiting(): Waiting[] {
    const consumers = [...this.#connections].flatMap(({ channels }) => [...channels].flatMap((channel) => [...channel.consumers]));
    return consumers.map(({ channel, queue }) => ({
      process: channel.connection.client,
      what: `a message on the queue ${queue.name} (consumer)`,
    }));
  }

  /** The server was killed: it keeps durable exchanges and queues, the bindings between them, and persistent messages. */
  restarted(): void {
    for (const queue of [...this.#queues.values()]) {
      const isLost = (message: Message) => !queue.spec.durable || !isPersistent(message);
      this.drop(
        queue.sift((message) => !isLost(message)),
        queue,
        'processLost',
      );
      if (!queue.spec.durable) this.#deleteAnyway(queue);
    }
    for (const exchange of [...this.#exchanges.values()]) {
      if (exchange.spec.durable) continue;
      this.#exchanges.delete(exchange.name);
      this.#unbindFromAll(exchange);
    }
  }

  #deleteAnyway(queue: Queue): void {
    this.deleteQueue(queue, { ifUnused: false, ifEmpty: false });
  }

  #unbindFromAll(destination: Binding['destination']): void {
    for (const exchange of [...this.#exchanges.values()]) {
      this.#setBindings(
        exchange,
        exchange.bindings.filter((binding) => binding.destination !== destination),
      );
    }
  }

  /** An auto-delete exchange goes with its last binding. */
  #setBindings(exchange: Exchange, bindings: Binding[]): void {
    const hadSome = exchange.bindings.length > 0;
    exchange.bindings = bindings;
    if (!exchange.spec.autoDelete || !hadSome || bindings.length > 0) return;
    this.#exchanges.delete(exchange.name);
    this.#unbindFromAll(exchange);
  }
}

const COMPARED_ARGUMENTS = [
  'x-expires',
  'x-message-ttl',
  'x-dead-letter-exchange',
  'x-dead-letter-routing-key',
  'x-max-length',
  'x-max-length-bytes',
  'x-max-priority',
  'x-overflow',
  'x-queue-mode',
  'x-queue-type',
  'x-single-active-consumer',
  'x-delivery-limit',
];

function requireSameQueue({ name, spec: current }: Queue, spec: QueueSpec, connection: Connection): void {
  const isLocked = current.owner !== null && current.owner !== connection;
  if (isLocked || (spec.owner === null) !== (current.owner === null)) throw lockedQueue(name);
  const declared = { noun: 'queue', name } as const;
  requireSameProperties(declared, [
    ['durable', spec.durable, current.durable],
    ['auto_delete', spec.autoDelete, current.autoDelete],
  ]);
  requireSameArguments(declared, COMPARED_ARGUMENTS, spec.arguments, current.arguments);
}
