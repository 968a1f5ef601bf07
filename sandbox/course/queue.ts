/** A queue in the memory of one process: first in, first out. Cells import it as `#course/queue`. */
import { currentProcess } from '../engine/process.ts';
import { Line } from './line.ts';
import { QueueStory } from './queue-story.ts';

export interface QueueOptions<Item> {
  /** At most so many items wait; unlimited by default. */
  readonly capacity?: number;
  /**
   * What happens to an item that is put into a full queue: `put` waits for room (`block`, the default), `put` fails (`reject`),
   * the new item is thrown away (`dropNewest`), or the oldest one is (`dropOldest`).
   */
  readonly whenFull?: 'block' | 'reject' | 'dropNewest' | 'dropOldest';
  /** The key of an item, for the picture: items of one key have one colour. */
  readonly keyOf?: (item: Item) => string;
}

/**
 * ```ts
 * const orders = new Queue<string>('orders');
 * await orders.put('order 1');
 * const order = await orders.take();
 * ```
 * The items are in the memory of the process that made the queue: other processes cannot reach them, and a crash loses them.
 */
export class Queue<Item> {
  readonly name: string;
  readonly #options: QueueOptions<Item>;
  readonly #story: QueueStory;
  readonly #waiting = new Line<Entry<Item>>();
  readonly #takers = new Line<Taker<Item>>();
  readonly #putters = new Line<Putter<Item>>();
  #isClosed = false;

  constructor(name: string, options: QueueOptions<Item> = {}) {
    const { capacity } = options;
    if (capacity !== undefined && !(capacity >= 1)) {
      throw new RangeError(`The queue "${name}" cannot have a capacity of ${capacity}. Give it at least 1, or leave capacity out.`);
    }
    this.name = name;
    this.#options = options;
    this.#story = new QueueStory(name);
    if (capacity !== undefined && Number.isFinite(capacity)) this.#story.limited(capacity);
  }

  /** How many items wait to be taken. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Adds an item at the end. Resolves once the queue has it; only a full queue that blocks makes you wait. */
  async put(item: Item): Promise<void> {
    if (this.#isClosed) throw new Error(`The queue "${this.name}" is closed. Put items into it before you call close().`);
    const { capacity = Number.POSITIVE_INFINITY, whenFull = 'block' } = this.#options;
    if (this.size < capacity) {
      this.#accept(item);
      return;
    }
    switch (whenFull) {
      case 'block':
        return this.#waitForRoom(item);
      case 'reject':
        this.#story.refused(item);
        throw new Error(`The queue "${this.name}" is full: ${this.size} items wait, and that is its capacity.`);
      case 'dropNewest':
        this.#story.dropped(this.#story.published(item, this.#keyOf(item)));
        return;
      case 'dropOldest':
        this.#dropOldest();
        this.#accept(item);
        return;
      default:
        throw new RangeError(`The queue "${this.name}" does not know whenFull: "${String(whenFull satisfies never)}".`);
    }
  }

  /** Takes the oldest item and removes it; waits while the queue is empty. Fails when the queue is empty and closed. */
  async take(): Promise<Item> {
    const taken = await this.#takeOrEnd();
    if (taken.done) throw new Error(`The queue "${this.name}" is closed and empty: there is nothing left to take.`);
    return taken.value;
  }

  /** No more items may be put; those that wait can still be taken. A loop over the queue ends after the last one. */
  close(): void {
    this.#isClosed = true;
    if (this.size > 0) return;
    for (let taker = this.#takers.next(); taker !== undefined; taker = this.#takers.next()) {
      taker.endWait();
      taker.resolve({ done: true });
    }
  }

  /** `for await (const order of orders)` takes item after item until the queue is closed and empty. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for (let taken = await this.#takeOrEnd(); !taken.done; taken = await this.#takeOrEnd()) yield taken.value;
  }

  #takeOrEnd(): Promise<Taken<Item>> {
    const entry = this.#waiting.next();
    if (entry !== undefined) {
      this.#story.delivered(entry.messageId);
      this.#admitPutters();
      return Promise.resolve({ done: false, value: entry.item });
    }
    if (this.#isClosed) return Promise.resolve({ done: true });
    const endWait = currentProcess().waitFor(`an item in the queue ${this.name}`);
    return new Promise((resolve) => this.#takers.join({ resolve, endWait }));
  }

  #accept(item: Item): void {
    const messageId = this.#story.published(item, this.#keyOf(item));
    this.#story.stored(messageId);
    const taker = this.#takers.next();
    if (taker === undefined) {
      this.#waiting.join({ item, messageId });
      return;
    }
    this.#story.delivered(messageId);
    taker.endWait();
    taker.resolve({ done: false, value: item });
  }

  #waitForRoom(item: Item): Promise<void> {
    this.#story.blocked(item);
    const endWait = currentProcess().waitFor(`room in the queue ${this.name}`);
    return new Promise((resolve) => this.#putters.join({ item, resolve, endWait }));
  }

  #admitPutters(): void {
    const { capacity = Number.POSITIVE_INFINITY } = this.#options;
    while (this.size < capacity) {
      const putter = this.#putters.next();
      if (putter === undefined) return;
      this.#accept(putter.item);
      putter.endWait();
      putter.resolve();
    }
  }

  #dropOldest(): void {
    const oldest = this.#waiting.next();
    if (oldest !== undefined) this.#story.dropped(oldest.messageId);
  }

  #keyOf(item: Item): string | null {
    return this.#options.keyOf?.(item) ?? null;
  }
}

interface Entry<Item> {
  readonly item: Item;
  readonly messageId: string;
}

type Taken<Item> = { readonly done: false; readonly value: Item } | { readonly done: true };

interface Taker<Item> {
  readonly resolve: (taken: Taken<Item>) => void;
  readonly endWait: () => void;
}

interface Putter<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly endWait: () => void;
}
