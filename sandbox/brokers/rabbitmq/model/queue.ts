/** The queue: messages in order, and the consumers that take turns at them. */
import { Backlog } from '../../parts/backlog.ts';
import type { Connection } from './connection.ts';
import type { Consumer } from './consumer.ts';
import type { FieldTable } from './field-table.ts';
import type { Message } from './message.ts';

export interface QueueSpec {
  readonly durable: boolean;
  readonly autoDelete: boolean;
  /** The only connection that may use it, with which it goes; null when all may. */
  readonly owner: Connection | null;
  readonly arguments: FieldTable;
}

/** A message in one queue. */
export interface QueuedMessage {
  readonly message: Message;
  /** Its place in the queue, by which it comes back. */
  readonly position: number;
  redelivered: boolean;
}

export class Queue {
  readonly kind = 'queue';
  readonly name: string;
  readonly spec: QueueSpec;
  isDeleted = false;
  readonly #ready = new Backlog<QueuedMessage>();
  /** The consumer whose turn is next first. */
  #turns: Consumer[] = [];
  #nextPosition = 0;

  constructor(name: string, spec: QueueSpec) {
    this.name = name;
    this.spec = spec;
  }

  /** Messages that wait, the unacknowledged not counted. */
  get messageCount(): number {
    return this.#ready.length;
  }

  get consumers(): readonly Consumer[] {
    return this.#turns;
  }

  enqueue(message: Message): void {
    this.#ready.put({ message, position: this.#nextPosition++, redelivered: false });
  }

  /** Puts a message back where it was. The caller dispatches when all that come back are there. */
  requeue(queued: QueuedMessage): void {
    queued.redelivered = true;
    this.#ready.put(queued);
  }

  /** The next message, taken out; undefined when none waits. */
  take(): QueuedMessage | undefined {
    return this.#ready.take();
  }

  /** Takes all waiting messages out. */
  drain(): QueuedMessage[] {
    return this.#ready.drain();
  }

  /** Keeps of the waiting messages those that `isKept`; returns the others. */
  sift(isKept: (message: Message) => boolean): QueuedMessage[] {
    const all = this.drain();
    for (const queued of all) if (isKept(queued.message)) this.#ready.put(queued);
    return all.filter((queued) => !isKept(queued.message));
  }

  add(consumer: Consumer): void {
    this.#turns.push(consumer);
  }

  remove(consumer: Consumer): void {
    this.#turns = this.#turns.filter((other) => other !== consumer);
  }

  /** Gives waiting messages to consumers that have room, turn by turn. */
  dispatch(): void {
    for (;;) {
      const index = this.#turns.findIndex((consumer) => consumer.hasRoom());
      const consumer = this.#turns[index];
      const queued = consumer === undefined ? undefined : this.#ready.take();
      if (consumer === undefined || queued === undefined) return;
      this.#turns.splice(index, 1);
      this.#turns.push(consumer);
      consumer.channel.deliver(consumer, queued);
    }
  }
}
