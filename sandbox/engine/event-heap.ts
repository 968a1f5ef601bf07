/** The heap of what will happen: four children to a node, ordered by (virtual time, time when due, sequence). */

export interface HeapEntry {
  readonly atMicros: number;
  /** Earlier than `atMicros` when it was put back: what was due first still comes first. */
  readonly dueMicros: number;
  readonly sequence: number;
}

/** Times lie in an array of their own: comparing a million entries would else miss the processor's cache at each step. */
export class EventHeap<E extends HeapEntry> {
  #times: number[] = [];
  #entries: E[] = [];

  peek(): E | undefined {
    return this.#entries[0];
  }

  push(entry: E): void {
    const index = this.#entries.length;
    this.#times.push(entry.atMicros);
    this.#entries.push(entry);
    this.#rise(index, entry);
  }

  pop(): E | undefined {
    const first = this.#entries[0];
    const last = this.#entries.pop();
    this.#times.pop();
    if (last !== undefined && this.#entries.length > 0) this.#sink(last);
    return first;
  }

  /** Moves the hole at `index` towards the root until `entry` fits. */
  #rise(index: number, entry: E): void {
    let hole = index;
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (this.#comesBefore(parent, entry.atMicros, entry)) break;
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
      if (!this.#comesBefore(first, entry.atMicros, entry)) break;
      this.#move(first, hole);
      hole = first;
    }
    this.#put(hole, entry);
  }

  /** The index of the entry that comes first among those from `from` up to `end`. */
  #firstOf(from: number, end: number): number {
    let first = from;
    for (let index = from + 1; index < end; index += 1) {
      if (this.#comesBefore(index, this.#times[first] as number, this.#entries[first] as E)) first = index;
    }
    return first;
  }

  #comesBefore(index: number, atMicros: number, other: E): boolean {
    const time = this.#times[index] as number;
    if (time !== atMicros) return time < atMicros;
    const { dueMicros, sequence } = this.#entries[index] as E;
    return dueMicros === other.dueMicros ? sequence < other.sequence : dueMicros < other.dueMicros;
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    this.#entries[to] = this.#entries[from] as E;
  }

  #put(index: number, entry: E): void {
    this.#times[index] = entry.atMicros;
    this.#entries[index] = entry;
  }
}
