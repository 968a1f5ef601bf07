import { Queue } from '#course/queue';
import { insertRow, rows } from '#course/shop';

export type WhenFull = 'block' | 'reject' | 'dropNewest' | 'dropOldest' | 'spill';

const CAPACITY = 3;

/** At most three items wait. What happens with one more? */
export function openQueue<Item>(name: string, whenFull: WhenFull) {
  if (whenFull === 'spill') return new SpillingQueue<Item>(name);
  return new Queue<Item>(name, { capacity: CAPACITY, whenFull });
}

/** What does not fit into memory goes to disk, and comes back in order. */
class SpillingQueue<Item> {
  readonly #memory: Queue<Item>;
  readonly #disk: string;
  #written = 0;
  #read = 0;
  #isClosed = false;

  constructor(name: string) {
    this.#memory = new Queue<Item>(name, { capacity: CAPACITY });
    this.#disk = `disk of ${name}`;
  }

  async put(item: Item): Promise<void> {
    // While older items are on disk, a new one must go behind them.
    if (!this.#hasSpilled && this.#memory.size < CAPACITY) {
      return this.#memory.put(item);
    }
    this.#written += 1;
    await insertRow(this.#disk, String(this.#written), item);
  }

  close(): void {
    this.#isClosed = true;
    if (!this.#hasSpilled) this.#memory.close();
  }

  get #hasSpilled(): boolean {
    return this.#read < this.#written;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const item of this.#memory) {
      await this.#readBack();
      yield item;
    }
  }

  async #readBack(): Promise<void> {
    while (this.#memory.size < CAPACITY && this.#hasSpilled) {
      const row = (await rows(this.#disk))[this.#read];
      if (row === undefined) return; // it is still being written
      await this.#memory.put(row.row as Item);
      this.#read += 1;
    }
    if (this.#isClosed && !this.#hasSpilled) this.#memory.close();
  }
}
