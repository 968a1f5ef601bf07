/** The deque: a row of items that is cheap to change at both ends and to read anywhere. */

const LEAST_ROOM = 8;

/** Items in a ring whose size is a power of two. Ends cost constant time, the middle costs the distance to the nearer end. */
export class Deque<Item> {
  #ring: (Item | undefined)[] = new Array<Item | undefined>(LEAST_ROOM);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The item at `index` counted from the head; undefined outside. */
  at(index: number): Item | undefined {
    return index < 0 || index >= this.#length ? undefined : this.#ring[this.#slot(index)];
  }

  /** Replaces the item at `index`, which must exist. */
  set(index: number, item: Item): void {
    if (index < 0 || index >= this.#length) throw new Error(`Deque has no item at ${index}.`);
    this.#ring[this.#slot(index)] = item;
  }

  pushHead(item: Item): void {
    this.#makeRoom();
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.#ring[this.#head] = item;
    this.#length += 1;
  }

  pushTail(item: Item): void {
    this.#makeRoom();
    this.#ring[this.#slot(this.#length)] = item;
    this.#length += 1;
  }

  popHead(): Item | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = this.#slot(1);
    this.#length -= 1;
    return item;
  }

  popTail(): Item | undefined {
    if (this.#length === 0) return undefined;
    const slot = this.#slot(this.#length - 1);
    const item = this.#ring[slot];
    this.#ring[slot] = undefined;
    this.#length -= 1;
    return item;
  }

  /** Puts `item` before the one that is at `index` now; `index` may equal the length. */
  insert(index: number, item: Item): void {
    if (index < 0 || index > this.#length) throw new Error(`Deque cannot insert at ${index}.`);
    if (index < this.#length / 2) {
      this.pushHead(item);
      for (let at = 0; at < index; at += 1) this.#swap(at, at + 1);
    } else {
      this.pushTail(item);
      for (let at = this.#length - 1; at > index; at -= 1) this.#swap(at, at - 1);
    }
  }

  /** Takes out the item at `index`; undefined when there is none. */
  remove(index: number): Item | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    if (index < this.#length / 2) {
      for (let at = index; at > 0; at -= 1) this.#swap(at, at - 1);
      return this.popHead();
    }
    for (let at = index; at < this.#length - 1; at += 1) this.#swap(at, at + 1);
    return this.popTail();
  }

  *[Symbol.iterator](): IterableIterator<Item> {
    for (let index = 0; index < this.#length; index += 1) yield this.#ring[this.#slot(index)] as Item;
  }

  #slot(index: number): number {
    return (this.#head + index) & (this.#ring.length - 1);
  }

  #swap(one: number, other: number): void {
    const kept = this.#ring[this.#slot(one)];
    this.#ring[this.#slot(one)] = this.#ring[this.#slot(other)];
    this.#ring[this.#slot(other)] = kept;
  }

  #makeRoom(): void {
    if (this.#length < this.#ring.length) return;
    const wider = new Array<Item | undefined>(this.#ring.length * 2);
    for (let index = 0; index < this.#length; index += 1) wider[index] = this.#ring[this.#slot(index)];
    this.#ring = wider;
    this.#head = 0;
  }
}
