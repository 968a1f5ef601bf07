/** The roster: a map that can also be drawn from by chance, and read page by page while it changes. */

interface Slot<Value> {
  readonly key: string;
  value: Value;
  place: number;
}

export interface Page<Value> {
  readonly entries: readonly (readonly [key: string, value: Value])[];
  /** Where to read on; 0 when all was read. */
  readonly cursor: number;
}

export class Roster<Value> {
  /** In the order in which the keys came. */
  readonly #slots = new Map<string, Slot<Value>>();
  /** The same without gaps: when one goes, the last one takes its place. */
  readonly #row: Slot<Value>[] = [];

  get size(): number {
    return this.#slots.size;
  }

  get(key: string): Value | undefined {
    return this.#slots.get(key)?.value;
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  set(key: string, value: Value): void {
    const slot = this.#slots.get(key);
    if (slot !== undefined) {
      slot.value = value;
      return;
    }
    const added: Slot<Value> = { key, value, place: this.#row.length };
    this.#slots.set(key, added);
    this.#row.push(added);
  }

  delete(key: string): boolean {
    const slot = this.#slots.get(key);
    const last = this.#row.at(-1);
    if (slot === undefined || last === undefined) return false;
    this.#slots.delete(key);
    this.#row[slot.place] = last;
    last.place = slot.place;
    this.#row.pop();
    return true;
  }

  keys(): IterableIterator<string> {
    return this.#slots.keys();
  }

  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    for (const { key, value } of this.#slots.values()) yield [key, value];
  }

  /** The entry at a place from 0 up to the size, for those who draw one by chance: places are in no order. */
  at(place: number): readonly [key: string, value: Value] | undefined {
    const slot = this.#row[place];
    return slot && [slot.key, slot.value];
  }

  /**
   * The next so many entries, from cursor 0 on. Read to its end, it has shown whatever was there all the time, since the row is
   * read from its end and what takes a free place only ever moves towards its beginning. It may show something twice.
   */
  page(cursor: number, count: number): Page<Value> {
    const end = cursor === 0 ? this.#row.length : Math.min(cursor, this.#row.length);
    const begin = Math.max(end - count, 0);
    return { entries: this.#row.slice(begin, end).map(({ key, value }) => [key, value] as const), cursor: begin };
  }
}
