/** A consumer: one subscription of one connection, with the messages it has taken and not yet settled. */
import type { Message } from './message.ts';
import type { Queue } from './queue.ts';
import type { Outbox } from './request.ts';

/** A message between delivery and acknowledgement. */
export interface InFlight {
  readonly consumer: Consumer;
  readonly message: Message;
  /** Ends the wait for the acknowledgement. */
  readonly cancelTimeout: () => void;
}

export class Consumer {
  readonly name: string;
  readonly queue: Queue;
  readonly outbox: Outbox;
  readonly #prefetch: number;
  readonly #onTake: (consumer: Consumer, message: Message) => void;
  #inFlightCount = 0;

  /** `prefetch` is the most messages that may be in flight; `onTake` keeps and sends what the consumer takes. */
  constructor(name: string, queue: Queue, outbox: Outbox, prefetch: number, onTake: (consumer: Consumer, message: Message) => void) {
    this.name = name;
    this.queue = queue;
    this.outbox = outbox;
    this.#prefetch = prefetch;
    this.#onTake = onTake;
  }

  get inFlightCount(): number {
    return this.#inFlightCount;
  }

  hasRoom(): boolean {
    return this.#inFlightCount < this.#prefetch;
  }

  take(message: Message): void {
    this.#inFlightCount += 1;
    this.#onTake(this, message);
  }

  /** One message is settled or gone back. */
  release(): void {
    this.#inFlightCount -= 1;
  }
}
