/** The inbox of one connection: bytes that have arrived and are not read yet, and the learner's line that sent them. */
import type { SourceLine } from '../../trace/event.ts';

const LEAST_ROOM = 1024;
/** Within so many bytes a loop finds a value sooner than a view of them can be made. */
const NEAR = 32;

/** One array that arrived: where it begins, counted from the first byte ever, and who made its bytes. */
interface Arrival {
  readonly from: number;
  readonly sourceAt: (offset: number) => SourceLine | undefined;
}

export class Inbox {
  #bytes = new Uint8Array(LEAST_ROOM);
  #view = new DataView(this.#bytes.buffer);
  #start = 0;
  #end = 0;
  /** How many bytes were read ever. */
  #readCount = 0;
  /** The arrays that still have unread bytes, the oldest first. */
  #arrivals: Arrival[] = [];

  push(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined): void {
    if (this.length === 0) this.#arrivals = [];
    this.#arrivals.push({ from: this.#readCount + this.length, sourceAt });
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** How many bytes are unread. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** The unread byte at `index`; it must be there. */
  byteAt(index: number): number {
    return this.#bytes[this.#start + index] as number;
  }

  /** The unsigned 32-bit big-endian number at `index`; its bytes must be there. */
  uint32At(index: number): number {
    return this.#view.getUint32(this.#start + index);
  }

  /** The index of the unread byte `value` at or after `from`, -1 if it has not come. */
  indexOf(value: number, from: number): number {
    const first = this.#start + from;
    const near = Math.min(first + NEAR, this.#end);
    for (let at = first; at < near; at += 1) if (this.#bytes[at] === value) return at - this.#start;
    const found = near < this.#end ? this.#bytes.subarray(0, this.#end).indexOf(value, near) : -1;
    return found === -1 ? -1 : found - this.#start;
  }

  /** A copy of the unread bytes from `from` to `to`. */
  slice(from: number, to: number): Uint8Array {
    return this.#bytes.slice(this.#start + from, this.#start + to);
  }

  /** Marks bytes as read. */
  skip(byteCount: number): void {
    this.#start += byteCount;
    this.#readCount += byteCount;
  }

  /** The line that sent the first unread byte, where known. */
  source(): SourceLine | undefined {
    const index = this.#arrivals.findLastIndex(({ from }) => from <= this.#readCount);
    if (index > 0) this.#arrivals.splice(0, index);
    const arrival = this.#arrivals[0];
    return arrival?.sourceAt(this.#readCount - arrival.from);
  }

  #makeRoom(byteCount: number): void {
    const unread = this.length;
    if (this.#end + byteCount <= this.#bytes.length) return;
    if (unread + byteCount <= this.#bytes.length) {
      this.#bytes.copyWithin(0, this.#start, this.#end);
    } else {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, unread + byteCount));
      wider.set(this.#bytes.subarray(this.#start, this.#end));
      this.#bytes = wider;
      this.#view = new DataView(wider.buffer);
    }
    this.#start = 0;
    this.#end = unread;
  }
}
