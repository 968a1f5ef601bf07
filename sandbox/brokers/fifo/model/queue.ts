/** One named queue: messages in order, consumers that take turns, and what is in flight between them. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { Backlog } from '../../parts/backlog.ts';
import { Deque } from '../../parts/deque.ts';
import { tell } from '../../parts/tell.ts';
import { preview } from '../../parts/text.ts';
import type { Consumer } from './consumer.ts';
import { type Message, messageText } from './message.ts';
import type { Outbox, QueueOptions, Reply } from './request.ts';

/** A message that a client wants to publish, and how to tell it what became of it. */
export interface Publish {
  readonly publisher: Outbox;
  readonly body: unknown;
  readonly source: SourceLine | undefined;
  readonly answer: (reply: Reply) => void;
  /** Set when a topic gives the queue its copy of a message that was published there. */
  readonly copyOf?: { readonly id: string; readonly topic: string };
}

export class Queue {
  readonly name: string;
  readonly options: QueueOptions;
  readonly #environment: BrokerEnvironment;
  readonly #ready = new Backlog<Message>();
  readonly #blocked = new Deque<Publish>();
  /** The consumers, the one whose turn is next first. */
  #turns: Consumer[] = [];
  #nextPosition = 0;

  constructor(name: string, options: QueueOptions, environment: BrokerEnvironment) {
    this.name = name;
    this.options = options;
    this.#environment = environment;
    if (options.capacity !== undefined) {
      const detail = { place: name, capacity: options.capacity };
      environment.record({ level: 'kernel', kind: 'placeLimited', detail });
    }
  }

  /** Messages that wait, those in flight not counted. */
  get depth(): number {
    return this.#ready.length;
  }

  get consumers(): readonly Consumer[] {
    return this.#turns;
  }

  get blockedPublishers(): readonly Outbox[] {
    return [...this.#blocked].map((blocked) => blocked.publisher);
  }

  /** Takes a message, or does with it what the queue's policy says. The answer may come later when the queue blocks. */
  publish(publish: Publish): void {
    if (!this.#isFull()) {
      publish.answer({ ok: true, value: this.#accept(publish) });
      this.dispatch();
      return;
    }
    const policy = this.options.whenFull ?? 'reject';
    switch (policy) {
      case 'reject':
        // A copy is of a message that was published already: this one of its copies is gone.
        if (publish.copyOf === undefined) this.#tellPublisher('publishRefused', publish);
        else this.#tellDropped(publish.copyOf.id);
        publish.answer({ ok: false, said: `The queue "${this.name}" is full: ${this.depth} messages wait and that is its capacity.` });
        return;
      case 'dropOldest': {
        const oldest = this.#ready.take();
        if (oldest !== undefined) this.#tellDropped(oldest.id);
        publish.answer({ ok: true, value: this.#accept(publish) });
        this.dispatch();
        return;
      }
      case 'block':
        this.#tellPublisher('publishBlocked', publish);
        this.#blocked.pushTail(publish);
        return;
      default:
        policy satisfies never;
    }
  }

  subscribe(consumer: Consumer): void {
    this.#turns.push(consumer);
    this.dispatch();
  }

  unsubscribe(consumer: Consumer): void {
    this.#turns = this.#turns.filter((other) => other !== consumer);
  }

  /** Forgets what a publisher whose connection is gone was kept waiting with: it was never accepted. */
  abandon(publisher: Outbox): void {
    for (let index = this.#blocked.length - 1; index >= 0; index -= 1) {
      if (this.#blocked.at(index)?.publisher === publisher) this.#blocked.remove(index);
    }
  }

  /** Puts a message back where it was. The caller dispatches once all that come back are there. */
  putBack(message: Message): void {
    this.#ready.put(message);
  }

  /** Hands waiting messages to consumers with room, turn by turn, and lets blocked publishers in. */
  dispatch(): void {
    for (;;) {
      const consumer = this.#turns.find((candidate) => candidate.hasRoom());
      const message = consumer === undefined ? undefined : this.#ready.take();
      if (consumer === undefined || message === undefined) return;
      this.#turns = [...this.#turns.filter((other) => other !== consumer), consumer];
      message.deliveryCount += 1;
      const detail = { place: this.name, client: consumer.outbox.client, redelivered: message.deliveryCount > 1, settled: false };
      tell(this.#environment, message.id, undefined, { kind: 'messageDelivered', detail });
      consumer.take(message);
      this.#admit();
    }
  }

  #admit(): void {
    while (!this.#isFull()) {
      const next = this.#blocked.popHead();
      if (next === undefined) return;
      next.answer({ ok: true, value: this.#accept(next) });
    }
  }

  #accept({ publisher, body, source, copyOf }: Publish): string {
    const id = copyOf?.id ?? this.#environment.mintMessageId();
    if (copyOf === undefined) {
      const published = { client: publisher.client, to: this.name, key: null, text: preview(messageText(body)) };
      tell(this.#environment, id, source, { kind: 'messagePublished', detail: published });
    } else {
      tell(this.#environment, id, source, { kind: 'messageRouted', detail: { from: copyOf.topic, place: this.name } });
    }
    this.#ready.put({ id, body, position: this.#nextPosition++, deliveryCount: 0 });
    tell(this.#environment, id, source, { kind: 'messageStored', detail: { place: this.name, at: 'tail' } });
    return id;
  }

  /** What happens to a publisher before a full queue. */
  #tellPublisher(kind: 'publishBlocked' | 'publishRefused', { publisher, body, source }: Publish): void {
    const detail = { client: publisher.client, place: this.name, text: preview(messageText(body)) };
    this.#environment.record({ level: 'story', kind, detail, ...(source && { source }) });
  }

  #tellDropped(id: string): void {
    tell(this.#environment, id, undefined, { kind: 'messageDropped', detail: { place: this.name, reason: 'full' } });
  }

  #isFull(): boolean {
    return this.options.capacity !== undefined && this.#ready.length >= this.options.capacity;
  }
}
