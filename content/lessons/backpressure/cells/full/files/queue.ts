import { Queue } from '#course/queue';
import { insertRow, rows } from '#course/shop';

export type WhenFull = 'block' | 'reject' | 'dropNewest' | 'dropOldest' | 'spill';

const CAPACITY = 3;

/** A queue in which at most three items wait, and what it does with one more. */
export function openQueue<Item>(name: string, whenFull: WhenFull): Queue<Item> | SpillingQueue<Item> {
  return whenFull === 'spill' ? new SpillingQueue<Item>(name) : new Queue<Item>(name, { capacity: CAPACITY, whenFull });
}

/** Three items in memory; what does not fit is written to a table on disk and read back in order. */
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
    // While older items are on disk, a new one must line up behind them.
    if (this.#written === this.#read && this.#memory.size < CAPACITY) return this.#memory.put(item);
    this.#written += 1;
    await insertRow(this.#disk, String(this.#written), item);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#read === this.#written) this.#memory.close();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const item of this.#memory) {
      await this.#readBack();
      yield item;
    }
  }

  async #readBack(): Promise<void> {
    while (this.#memory.size < CAPACITY && this.#read < this.#written) {
      const row = (await rows(this.#disk))[this.#read];
      if (row === undefined) return; // it is still being written
      await this.#memory.put(row.row as Item);
      this.#read += 1;
    }
    if (this.#isClosed && this.#read === this.#written) this.#memory.close();
  }
}
