/** The field reader: values of AMQP 0-9-1 out of bytes, with every read inside the bounds. */
import { textOf } from '../../parts/text.ts';
import type { FieldTable, FieldValue, NumberType } from '../model/field-table.ts';

export class FieldReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  octet(): number {
    return this.#view.getUint8(this.#move(1));
  }

  short(): number {
    return this.#view.getUint16(this.#move(2));
  }

  long(): number {
    return this.#view.getUint32(this.#move(4));
  }

  /** As a number: tags and sizes stay far below 2^53. */
  longlong(): number {
    return Number(this.#view.getBigUint64(this.#move(8)));
  }

  shortstr(): string {
    return textOf(this.#slice(this.octet()));
  }

  longstr(): Uint8Array {
    return this.#slice(this.long()).slice();
  }

  table(): FieldTable {
    const end = this.#endOf(this.long());
    const table = new Map<string, FieldValue>();
    while (this.#at < end) table.set(this.shortstr(), this.value());
    return table;
  }

  value(): FieldValue {
    const tag = String.fromCharCode(this.octet());
    const number = NUMBERS[tag];
    if (number !== undefined) return { type: number.type, value: number.read(this.#view, this.#move(number.byteCount)) };
    switch (tag) {
      case 't':
        return { type: 'bool', value: this.octet() !== 0 };
      case 'S':
        return { type: 'longstr', value: textOf(this.#slice(this.long())) };
      case 'x':
        return { type: 'binary', value: this.longstr() };
      case 'D':
        return { type: 'decimal', value: { places: this.octet(), digits: this.long() } };
      case 'F':
        return { type: 'table', value: this.table() };
      case 'A': {
        const end = this.#endOf(this.long());
        const items: FieldValue[] = [];
        while (this.#at < end) items.push(this.value());
        return { type: 'array', value: items };
      }
      case 'V':
        return { type: 'void', value: null };
      default:
        throw new RangeError(`There is no field type "${tag}".`);
    }
  }

  #slice(byteCount: number): Uint8Array {
    const from = this.#move(byteCount);
    return this.#bytes.subarray(from, from + byteCount);
  }

  #endOf(byteCount: number): number {
    if (this.#at + byteCount > this.#bytes.length) throw new RangeError('A field is longer than its frame.');
    return this.#at + byteCount;
  }

  #move(byteCount: number): number {
    const from = this.#at;
    this.#at = this.#endOf(byteCount);
    return from;
  }
}

interface NumberFormat {
  readonly type: NumberType;
  readonly byteCount: number;
  readonly read: (view: DataView, at: number) => number | bigint;
}

const NUMBERS: Readonly<Record<string, NumberFormat>> = {
  b: { type: 'byte', byteCount: 1, read: (view, at) => view.getInt8(at) },
  B: { type: 'unsignedbyte', byteCount: 1, read: (view, at) => view.getUint8(at) },
  s: { type: 'short', byteCount: 2, read: (view, at) => view.getInt16(at) },
  u: { type: 'unsignedshort', byteCount: 2, read: (view, at) => view.getUint16(at) },
  I: { type: 'signedint', byteCount: 4, read: (view, at) => view.getInt32(at) },
  i: { type: 'unsignedint', byteCount: 4, read: (view, at) => view.getUint32(at) },
  l: { type: 'long', byteCount: 8, read: (view, at) => view.getBigInt64(at) },
  T: { type: 'timestamp', byteCount: 8, read: (view, at) => view.getBigUint64(at) },
  f: { type: 'float', byteCount: 4, read: (view, at) => view.getFloat32(at) },
  d: { type: 'double', byteCount: 8, read: (view, at) => view.getFloat64(at) },
};
