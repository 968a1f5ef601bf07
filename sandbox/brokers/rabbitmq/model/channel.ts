/** The channel: consumers, deliveries that wait for their acknowledgement, limits and confirms of one conversation. */
import type { SourceLine } from '../../../trace/event.ts';
import { AmqpError, accessRefused, notImplemented, preconditionFailed } from './amqp-error.ts';
import type { Connection } from './connection.ts';
import { Consumer } from './consumer.ts';
import { type Delivery, Unacked } from './delivery.ts';
import { generatedName } from './generated-name.ts';
import type { Message } from './message.ts';
import type { Queue, QueuedMessage } from './queue.ts';
import { type Publish, route } from './router.ts';
import type { VirtualHost } from './virtual-host.ts';

/** The way back to the client on one channel. */
export interface ChannelOutbox {
  deliver(consumerTag: string, delivery: Delivery): void;
  /** A mandatory message that no queue got. */
  returned(message: Message): void;
  /** The broker has taken the publish with this number. */
  confirmed(publishNumber: number): void;
  /** The queue of the consumer is gone. */
  cancelled(consumerTag: string): void;
}

export class Channel {
  readonly connection: Connection;
  readonly #host: VirtualHost;
  readonly #outbox: ChannelOutbox;
  readonly #consumers = new Map<string, Consumer>();
  readonly #unacked = new Unacked();
  #nextDeliveryTag = 1;
  /** For consumers that start later. */
  #prefetchCount = 0;
  /** For the whole channel; 0 for no limit. */
  #channelPrefetchCount = 0;
  #confirms = false;
  #publishNumber = 0;
  /** What an empty queue name means: the queue declared last on this channel. */
  lastQueueName: string | null = null;

  constructor(connection: Connection, host: VirtualHost, outbox: ChannelOutbox) {
    this.connection = connection;
    this.#host = host;
    this.#outbox = outbox;
  }

  get consumers(): IterableIterator<Consumer> {
    return this.#consumers.values();
  }

  hasRoom(): boolean {
    return this.#channelPrefetchCount === 0 || this.#unacked.consumedCount < this.#channelPrefetchCount;
  }

  publish(publish: Publish): void {
    const { message, queues } = route(this.#host, publish, this.connection.client);
    if (queues.length === 0 && publish.mandatory) this.#outbox.returned(message);
    if (this.#confirms) this.#outbox.confirmed(++this.#publishNumber);
    for (const queue of queues) queue.dispatch();
  }

  selectConfirms(): void {
    this.#confirms = true;
  }

  limitPrefetch(prefetchSize: number, prefetchCount: number, wholeChannel: boolean): void {
    if (prefetchSize !== 0) throw notImplemented(`prefetch_size!=0 (${prefetchSize})`);
    if (wholeChannel) {
      this.#channelPrefetchCount = prefetchCount;
      this.#dispatchAll();
    } else {
      this.#prefetchCount = prefetchCount;
    }
  }

  /** Starts a consumer; `answer` is told its tag before the first delivery. */
  consume(queue: Queue, wantedTag: string, options: { noAck: boolean; exclusive: boolean }, answer: (tag: string) => void): void {
    if (this.#consumers.has(wantedTag)) {
      throw new AmqpError('connection', 530, `NOT_ALLOWED - attempt to reuse consumer tag '${wantedTag}'`);
    }
    const isTaken = options.exclusive ? queue.consumers.length > 0 : queue.consumers.some((consumer) => consumer.exclusive);
    if (isTaken) throw accessRefused(`queue '${queue.name}' in vhost '/' in exclusive use`);
    const tag = wantedTag === '' ? generatedName('amq.ctag', this.#host.environment) : wantedTag;
    const consumer = new Consumer(tag, this, queue, { ...options, prefetchCount: this.#prefetchCount });
    this.#consumers.set(tag, consumer);
    answer(tag);
    queue.add(consumer);
    queue.dispatch();
  }

  /** Ends a consumer, if there is one of that tag; what it has not acknowledged stays with the channel. */
  cancel(tag: string): void {
    const consumer = this.#consumers.get(tag);
    if (consumer === undefined) return;
    this.#consumers.delete(tag);
    this.#host.queues.removeConsumer(consumer);
  }

  /** The consumer's queue was deleted. */
  queueDeleted(consumer: Consumer): void {
    this.#consumers.delete(consumer.tag);
    this.#outbox.cancelled(consumer.tag);
  }

  deliver(consumer: Consumer, queued: QueuedMessage): void {
    const delivery = this.#hand(queued, consumer.queue, consumer, consumer.noAck, undefined);
    this.#outbox.deliver(consumer.tag, delivery);
  }

  /** Takes one message without a consumer; undefined when none waits. */
  get(queue: Queue, noAck: boolean, source: SourceLine | undefined): Delivery | undefined {
    const queued = queue.take();
    return queued === undefined ? undefined : this.#hand(queued, queue, null, noAck, source);
  }

  /** Settles one delivery, or with `multiple` all up to it; tag 0 then means all. */
  ack(deliveryTag: number, multiple: boolean, source: SourceLine | undefined): void {
    const settled = this.#collect(deliveryTag, multiple);
    for (const { queued, queue } of settled) {
      this.#host.story.tell(queued.message, source, {
        kind: 'messageAcked',
        detail: { place: queue.name, client: this.connection.client },
      });
    }
    this.#dispatchAfter(settled.map(({ queue }) => queue));
  }

  /** Gives deliveries back: to their old place, or with no `requeue` away. */
  reject(deliveryTag: number, multiple: boolean, requeue: boolean, source: SourceLine | undefined): void {
    const rejected = this.#collect(deliveryTag, multiple);
    for (const { queued, queue } of rejected) {
      if (requeue) this.#requeue(queued, queue, source);
      else this.#host.story.tell(queued.message, source, { kind: 'messageDropped', detail: { place: queue.name, reason: 'rejected' } });
    }
    this.#dispatchAfter(rejected.map(({ queue }) => queue));
  }

  /** Requeues everything that is not acknowledged; `answer` comes before the first new delivery. */
  recover(requeue: boolean, source: SourceLine | undefined, answer: () => void): void {
    if (!requeue) throw notImplemented('requeue=false');
    const all = this.#unacked.takeAll();
    for (const { queued, queue } of all) this.#requeue(queued, queue, source);
    answer();
    this.#dispatchAfter(all.map(({ queue }) => queue));
  }

  /** Ends everything on the channel. Returns the queues that have something for others now. */
  abandon(): Set<Queue> {
    const touched = new Set<Queue>();
    for (const tag of [...this.#consumers.keys()]) this.cancel(tag);
    for (const { queued, queue } of this.#unacked.takeAll()) {
      this.#requeue(queued, queue, undefined);
      touched.add(queue);
    }
    return touched;
  }

  #hand(queued: QueuedMessage, queue: Queue, consumer: Consumer | null, noAck: boolean, source: SourceLine | undefined): Delivery {
    const deliveryTag = this.#nextDeliveryTag++;
    const { message, redelivered } = queued;
    if (!noAck) this.#unacked.add({ deliveryTag, queued, queue, consumer });
    const detail = { place: queue.name, client: this.connection.client, redelivered, settled: noAck };
    this.#host.story.tell(message, source, { kind: 'messageDelivered', detail });
    return { deliveryTag, redelivered, message };
  }

  #collect(deliveryTag: number, multiple: boolean) {
    const collected = this.#unacked.take(deliveryTag, multiple);
    if (collected === undefined) throw preconditionFailed(`unknown delivery tag ${deliveryTag}`);
    return collected;
  }

  #requeue(queued: QueuedMessage, queue: Queue, source: SourceLine | undefined): void {
    if (queue.isDeleted) return;
    this.#host.story.tell(queued.message, source, {
      kind: 'messageRequeued',
      detail: { place: queue.name, client: this.connection.client },
    });
    queue.requeue(queued);
  }

  #dispatchAfter(queues: readonly Queue[]): void {
    if (this.#channelPrefetchCount > 0) this.#dispatchAll();
    for (const queue of new Set(queues)) queue.dispatch();
  }

  #dispatchAll(): void {
    for (const queue of new Set([...this.#consumers.values()].map((consumer) => consumer.queue))) queue.dispatch();
  }
}
