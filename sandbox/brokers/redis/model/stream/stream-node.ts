/** The node of a stream: up to a hundred entries that Redis keeps in one piece, and drops in one piece when it trims by `~`. */
import { EMPTY_LISTPACK, elementSize, integerSize } from './listpack-size.ts';
import { compareIds, type StreamId, type Unsigned64 } from './stream-id.ts';

/** One entry, which is what the course calls a message. */
export interface StreamEntry {
  readonly id: StreamId;
  /** Names and values in turn. */
  readonly fields: readonly Uint8Array[];
  readonly messageId: string;
}

/** `stream-node-max-entries` and `stream-node-max-bytes`, as they are by default. */
export const MOST_ENTRIES = 100;
const MOST_BYTES = 4096;

const FLAG = 1;
const FIXED_PARTS = 3;

export class StreamNode {
  readonly firstId: StreamId;
  /** Also when that entry was deleted. */
  lastId: StreamId;
  /** Those that were not deleted, in order. */
  readonly entries: StreamEntry[] = [];
  /** How many entries ever; the deleted ones keep their room. */
  #count = 0;
  readonly #names: readonly Uint8Array[];
  #byteCount: number;

  /** `names`: those of the first entry's fields, which are written once for all entries that have the same. */
  constructor(firstId: StreamId, names: readonly Uint8Array[]) {
    this.firstId = firstId;
    this.lastId = firstId;
    this.#names = names;
    this.#byteCount = EMPTY_LISTPACK + 3 * integerSize(0) + integerSize(this.#names.length);
    for (const name of this.#names) this.#byteCount += elementSize(name);
  }

  /** Whether an entry of so many bytes has to go into a new node (streamAppendItem in t_stream.c). */
  isFullFor(fields: readonly Uint8Array[]): boolean {
    if (this.#count >= MOST_ENTRIES) return true;
    let byteCount = this.#byteCount;
    for (const { length } of fields) byteCount += length;
    return byteCount >= MOST_BYTES;
  }

  append(entry: StreamEntry): void {
    this.entries.push(entry);
    this.lastId = entry.id;
    this.#count += 1;
    this.#byteCount += this.#sizeOf(entry);
  }

  copy(): StreamNode {
    const copy = new StreamNode(this.firstId, this.#names);
    copy.lastId = this.lastId;
    copy.#count = this.#count;
    copy.#byteCount = this.#byteCount;
    copy.entries.push(...this.entries);
    return copy;
  }

  /** The index of the first entry at or after the id; the number of entries when there is none. */
  indexFrom(id: StreamId): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIds((this.entries[middle] as StreamEntry).id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sizeOf({ id, fields }: StreamEntry): number {
    const fieldCount = fields.length / 2;
    const isSame = fieldCount === this.#names.length && this.#names.every((name, index) => isEqual(name, fields[index * 2] as Uint8Array));
    let size = integerSize(FLAG) + integerSize(difference(id.ms, this.firstId.ms));
    size += integerSize(difference(id.sequence, this.firstId.sequence));
    size += integerSize(FIXED_PARTS + fieldCount + (isSame ? 0 : fieldCount + 1));
    if (!isSame) size += integerSize(fieldCount);
    for (const [index, bytes] of fields.entries()) if (!isSame || index % 2 === 1) size += elementSize(bytes);
    return size;
  }
}

/** As a signed number of 64 bits. */
function difference(one: Unsigned64, other: Unsigned64): number | bigint {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return BigInt.asIntN(64, BigInt(one) - BigInt(other));
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
