/** The heap of what will happen: four children to a node, ordered by (virtual time, sequence). */

export interface HeapEntry {
  readonly atMicros: number;
  readonly sequence: number;
}

/** Times and sequences lie in arrays of their own: comparing a million entries would else miss the processor's cache at each step. */
export class EventHeap<E extends HeapEntry> {
  #times: number[] = [];
  #sequences: number[] = [];
  #entries: E[] = [];

  get size(): number {
    return this.#entries.length;
  }

  peek(): E | undefined {
    return this.#entries[0];
  }

  push(entry: E): void {
    const index = this.#entries.length;
    this.#times.push(entry.atMicros);
    this.#sequences.push(entry.sequence);
    this.#entries.push(entry);
    this.#rise(index, entry);
  }

  pop(): E | undefined {
    const first = this.#entries[0];
    const last = this.#entries.pop();
    this.#times.pop();
    this.#sequences.pop();
    if (last !== undefined && this.#entries.length > 0) this.#sink(last);
    return first;
  }

  clear(): void {
    this.#times = [];
    this.#sequences = [];
    this.#entries = [];
  }

  /** Moves the hole at `index` towards the root until `entry` fits. */
  #rise(index: number, entry: E): void {
    let hole = index;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (this.#comesBefore(parent, entry.atMicros, entry.sequence)) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#put(hole, entry);
  }

  /** Moves the hole at the root downwards until `entry` fits. */
  #sink(entry: E): void {
    const size = this.#entries.length;
    let hole = 0;
    for (let child = 1; child < size; child = 4 * hole + 1) {
      const first = this.#firstOf(child, Math.min(child + 4, size));
      if (!this.#comesBefore(first, entry.atMicros, entry.sequence)) break;
      this.#move(first, hole);
      hole = first;
    }
    this.#put(hole, entry);
  }

  /** The index of the entry that comes first among those from `from` up to `end`. */
  #firstOf(from: number, end: number): number {
    let first = from;
    for (let index = from + 1; index < end; index += 1) {
      if (this.#comesBefore(index, this.#times[first] as number, this.#sequences[first] as number)) first = index;
    }
    return first;
  }

  #comesBefore(index: number, atMicros: number, sequence: number): boolean {
    const time = this.#times[index] as number;
    return time < atMicros || (time === atMicros && (this.#sequences[index] as number) < sequence);
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    this.#sequences[to] = this.#sequences[from] as number;
    this.#entries[to] = this.#entries[from] as E;
  }

  #put(index: number, entry: E): void {
    this.#times[index] = entry.atMicros;
    this.#sequences[index] = entry.sequence;
    this.#entries[index] = entry;
  }
}
