/** Pending entries: what was delivered to a group or a consumer and is not acked yet, ordered by id. */
import { Deque } from '../../../parts/deque.ts';
import type { Consumer } from './consumer-group.ts';
import { compareIds, isSameId, type StreamId } from './stream-id.ts';

export interface PendingEntry {
  readonly id: StreamId;
  readonly messageId: string;
  consumer: Consumer;
  deliveredAtMs: number;
  deliveryCount: bigint;
}

const FULL = 128;

/** Chunks of at most so many, never an empty one: what is added, found or removed costs as much as one chunk, however many there are. */
export class PendingEntries {
  readonly #chunks = new Deque<PendingEntry[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  first(): PendingEntry | undefined {
    return this.#chunks.at(0)?.[0];
  }

  last(): PendingEntry | undefined {
    return this.#chunks.at(this.#chunks.length - 1)?.at(-1);
  }

  find(id: StreamId): PendingEntry | undefined {
    const found = this.firstFrom(id);
    return found !== undefined && isSameId(found.id, id) ? found : undefined;
  }

  /** The first at or after the id. */
  firstFrom(id: StreamId): PendingEntry | undefined {
    const chunk = this.#chunks.at(this.#chunkIndex(id));
    return chunk?.[indexFrom(chunk, id)];
  }

  /** There must be none of that id. */
  add(entry: PendingEntry): void {
    this.#size += 1;
    const last = this.#chunks.at(this.#chunks.length - 1);
    // New entries come in order: almost all go to the end.
    if (last !== undefined && last.length < FULL && compareIds((last.at(-1) as PendingEntry).id, entry.id) < 0) {
      last.push(entry);
      return;
    }
    const chunkIndex = Math.min(this.#chunkIndex(entry.id), this.#chunks.length - 1);
    const chunk = this.#chunks.at(chunkIndex);
    const index = chunk === undefined ? 0 : indexFrom(chunk, entry.id);
    if (chunk === undefined || (chunk.length === FULL && index === FULL)) {
      this.#chunks.insert(chunkIndex + 1, [entry]);
      return;
    }
    chunk.splice(index, 0, entry);
    if (chunk.length > FULL) this.#chunks.insert(chunkIndex + 1, chunk.splice(FULL / 2));
  }

  /** False when there was none. */
  remove(id: StreamId): boolean {
    const chunkIndex = this.#chunkIndex(id);
    const chunk = this.#chunks.at(chunkIndex);
    const index = chunk === undefined ? 0 : indexFrom(chunk, id);
    const found = chunk?.[index];
    if (chunk === undefined || found === undefined || !isSameId(found.id, id)) return false;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.#chunks.remove(chunkIndex);
    this.#size -= 1;
    return true;
  }

  /** In order, those at or after the id; they must not be added or removed meanwhile. */
  *from(id: StreamId): IterableIterator<PendingEntry> {
    for (let chunkIndex = this.#chunkIndex(id); chunkIndex < this.#chunks.length; chunkIndex += 1) {
      const chunk = this.#chunks.at(chunkIndex) as PendingEntry[];
      for (let index = indexFrom(chunk, id); index < chunk.length; index += 1) yield chunk[index] as PendingEntry;
    }
  }

  /** The index of the first chunk that ends at or after the id; the number of chunks when none does. */
  #chunkIndex(id: StreamId): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#chunks.at(middle)?.at(-1) as PendingEntry;
      if (compareIds(last.id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function indexFrom(chunk: readonly PendingEntry[], id: StreamId): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds((chunk[middle] as PendingEntry).id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
