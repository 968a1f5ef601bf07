/** The queues of a virtual host: who may use which, how they come and how they go. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { DropReason, SourceLine } from '../../../trace/event.ts';
import { inUse, lockedQueue, notFound, preconditionFailed, reservedName } from './amqp-error.ts';
import type { Connection } from './connection.ts';
import type { Consumer } from './consumer.ts';
import { requireSameArguments, requireSameProperties } from './equivalence.ts';
import type { Exchanges } from './exchanges.ts';
import { generatedName } from './generated-name.ts';
import { isPersistent, type Message } from './message.ts';
import { Queue, type QueuedMessage, type QueueSpec } from './queue.ts';
import { COMPARED_ARGUMENTS, requireValidArguments } from './queue-arguments.ts';
import type { Story } from './story.ts';

export class Queues {
  readonly #environment: BrokerEnvironment;
  readonly #exchanges: Exchanges;
  readonly #story: Story;
  readonly #byName = new Map<string, Queue>();

  constructor(environment: BrokerEnvironment, exchanges: Exchanges, story: Story) {
    this.#environment = environment;
    this.#exchanges = exchanges;
    this.#story = story;
  }

  find(name: string): Queue | undefined {
    return this.#byName.get(name);
  }

  /** The queue of that name. Throws when there is none, or when it belongs to another connection. */
  get(name: string, connection: Connection): Queue {
    const queue = this.#byName.get(name);
    if (queue === undefined) throw notFound('queue', name);
    if (isLockedFor(queue, connection)) throw lockedQueue(name);
    return queue;
  }

  /** Makes the queue, or checks that the one of that name is the same. An empty name asks for a new one. */
  declare(wantedName: string, spec: QueueSpec, connection: Connection): Queue {
    const name = wantedName === '' ? generatedName('amq.gen', this.#environment) : wantedName;
    const known = this.#byName.get(name);
    if (known !== undefined) {
      requireSameQueue(known, spec, connection);
      return known;
    }
    if (wantedName.startsWith('amq.')) throw reservedName('queue', name);
    requireValidArguments(name, spec.arguments);
    const queue = new Queue(name, spec);
    this.#byName.set(name, queue);
    return queue;
  }

  /** Deletes the queue with all that waits in it; returns how many messages that were. */
  delete(queue: Queue, conditions: { ifUnused: boolean; ifEmpty: boolean }, source?: SourceLine): number {
    if (conditions.ifUnused && queue.consumers.length > 0) throw inUse('queue', queue.name);
    if (conditions.ifEmpty && queue.messageCount > 0) throw preconditionFailed(`queue '${queue.name}' in vhost '/' not empty`);
    queue.isDeleted = true;
    this.#byName.delete(queue.name);
    this.#exchanges.unbindFromAll(queue);
    const droppedCount = this.#drop(queue.drain(), queue, 'deleted', source);
    for (const consumer of queue.consumers) consumer.channel.queueDeleted(consumer);
    return droppedCount;
  }

  /** Throws away what waits in the queue; returns how many messages that were. */
  purge(queue: Queue, source?: SourceLine): number {
    return this.#drop(queue.drain(), queue, 'purged', source);
  }

  /** Exclusive queues go with their connection. */
  deleteOwnedBy(connection: Connection): void {
    for (const queue of [...this.#byName.values()]) if (queue.spec.owner === connection) this.#deleteAnyway(queue);
  }

  /** Takes a consumer from its queue; an auto-delete queue goes with its last one. */
  removeConsumer(consumer: Consumer): void {
    const { queue } = consumer;
    queue.remove(consumer);
    if (queue.spec.autoDelete && queue.consumers.length === 0 && !queue.isDeleted) this.#deleteAnyway(queue);
  }

  /** Only durable queues survive the server, and only persistent messages in them. */
  loseTransient(): void {
    for (const queue of [...this.#byName.values()]) {
      const { durable } = queue.spec;
      const lost = queue.sift((message: Message) => durable && isPersistent(message));
      this.#drop(lost, queue, 'processLost');
      if (!durable) this.#deleteAnyway(queue);
    }
  }

  #deleteAnyway(queue: Queue): void {
    this.delete(queue, { ifUnused: false, ifEmpty: false });
  }

  #drop(queued: readonly QueuedMessage[], queue: Queue, reason: DropReason, source?: SourceLine): number {
    for (const { message } of queued) this.#story.tell(message, source, { kind: 'messageDropped', detail: { place: queue.name, reason } });
    return queued.length;
  }
}

function isLockedFor({ spec }: Queue, connection: Connection): boolean {
  return spec.owner !== null && spec.owner !== connection;
}

function requireSameQueue(queue: Queue, spec: QueueSpec, connection: Connection): void {
  const { name, spec: current } = queue;
  if (isLockedFor(queue, connection) || (spec.owner === null) !== (current.owner === null)) throw lockedQueue(name);
  const declared = { noun: 'queue', name } as const;
  requireSameProperties(declared, [
    ['durable', spec.durable, current.durable],
    ['auto_delete', spec.autoDelete, current.autoDelete],
  ]);
  requireSameArguments(declared, COMPARED_ARGUMENTS, spec.arguments, current.arguments);
}
