/** The floor of the kernel: a textbook binary heap of entries ordered by (time, sequence), with nothing else to it. */

export interface BareEntry {
  time: number;
  sequence: number;
}

export class BareHeap {
  readonly #entries: BareEntry[] = [];

  push(entry: BareEntry): void {
    const entries = this.#entries;
    let index = entries.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (comesBefore(entries[parent] as BareEntry, entry)) break;
      entries[index] = entries[parent] as BareEntry;
      index = parent;
    }
    entries[index] = entry;
  }

  pop(): BareEntry {
    const entries = this.#entries;
    const first = entries[0] as BareEntry;
    const last = entries.pop() as BareEntry;
    const size = entries.length;
    if (size === 0) return first;
    let index = 0;
    for (let child = 1; child < size; child = 2 * index + 1) {
      if (child + 1 < size && comesBefore(entries[child + 1] as BareEntry, entries[child] as BareEntry)) child += 1;
      if (!comesBefore(entries[child] as BareEntry, last)) break;
      entries[index] = entries[child] as BareEntry;
      index = child;
    }
    entries[index] = last;
    return first;
  }
}

function comesBefore(left: BareEntry, right: BareEntry): boolean {
  return left.time < right.time || (left.time === right.time && left.sequence < right.sequence);
}
