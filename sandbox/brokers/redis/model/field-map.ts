/** The fields of a hash, in the order in which they came. */
import { type Page, Roster } from '../../parts/roster.ts';
import type { BinaryText } from './binary-text.ts';

/** Beyond these a hash is no longer kept as one piece of memory (hash-max-listpack-entries and -value). */
const MOST_PACKED_FIELDS = 512;
const MOST_PACKED_BYTES = 64;

export class FieldMap {
  readonly #fields = new Roster<Uint8Array>();
  /** Whether Redis would keep it in one piece; it never goes back. */
  #isPacked = true;

  get size(): number {
    return this.#fields.size;
  }

  get isPacked(): boolean {
    return this.#isPacked;
  }

  has(field: BinaryText): boolean {
    return this.#fields.has(field);
  }

  get(field: BinaryText): Uint8Array | undefined {
    return this.#fields.get(field);
  }

  set(field: BinaryText, value: Uint8Array): void {
    this.#fields.set(field, value);
    if (this.size > MOST_PACKED_FIELDS || field.length > MOST_PACKED_BYTES || value.length > MOST_PACKED_BYTES) this.#isPacked = false;
  }

  delete(field: BinaryText): boolean {
    return this.#fields.delete(field);
  }

  /** The field at a place, for those who draw one by chance. */
  at(place: number): readonly [BinaryText, Uint8Array] | undefined {
    return this.#fields.at(place);
  }

  page(cursor: number, count: number): Page<Uint8Array> {
    return this.#isPacked ? { entries: [...this], cursor: 0 } : this.#fields.page(cursor, count);
  }

  /** The same fields; what becomes of this one later does not reach it. */
  copy(): FieldMap {
    const copy = new FieldMap();
    for (const [field, value] of this) copy.set(field, value);
    copy.#isPacked = this.#isPacked;
    return copy;
  }

  [Symbol.iterator](): IterableIterator<[BinaryText, Uint8Array]> {
    return this.#fields[Symbol.iterator]();
  }
}
