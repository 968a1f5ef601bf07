/** The field writer: values of AMQP 0-9-1 into bytes. */
import { bytesOf } from '../../parts/text.ts';
import type { FieldTable, FieldValue } from '../model/field-table.ts';

const LEAST_ROOM = 128;

export class FieldWriter {
  #bytes = new Uint8Array(LEAST_ROOM);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  octet(value: number): void {
    this.#room(1, (view, at) => view.setUint8(at, value));
  }

  short(value: number): void {
    this.#room(2, (view, at) => view.setUint16(at, value));
  }

  long(value: number): void {
    this.#room(4, (view, at) => view.setUint32(at, value));
  }

  longlong(value: number): void {
    this.#room(8, (view, at) => view.setBigUint64(at, BigInt(value)));
  }

  /** At most 255 bytes of UTF-8; what is more is cut off at a character. */
  shortstr(value: string): void {
    let bytes = bytesOf(value);
    for (let text = value; bytes.length > 255; bytes = bytesOf(text)) text = text.slice(0, Math.min(text.length - 1, 255));
    this.octet(bytes.length);
    this.raw(bytes);
  }

  longstr(value: Uint8Array): void {
    this.long(value.length);
    this.raw(value);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
  }

  table(table: FieldTable): void {
    this.#sized(() => {
      for (const [key, value] of table) {
        this.shortstr(key);
        this.value(value);
      }
    });
  }

  value(field: FieldValue): void {
    this.octet(TAGS[field.type].charCodeAt(0));
    switch (field.type) {
      case 'bool':
        this.octet(field.value ? 1 : 0);
        return;
      case 'byte':
      case 'unsignedbyte':
        this.octet(Number(field.value) & 0xff);
        return;
      case 'short':
      case 'unsignedshort':
        this.short(Number(field.value) & 0xffff);
        return;
      case 'signedint':
      case 'unsignedint':
        this.long(Number(field.value) >>> 0);
        return;
      case 'long':
      case 'timestamp':
        this.#room(8, (view, at) => view.setBigInt64(at, BigInt(field.value)));
        return;
      case 'float':
        this.#room(4, (view, at) => view.setFloat32(at, Number(field.value)));
        return;
      case 'double':
        this.#room(8, (view, at) => view.setFloat64(at, Number(field.value)));
        return;
      case 'longstr':
        this.longstr(bytesOf(field.value));
        return;
      case 'binary':
        this.longstr(field.value);
        return;
      case 'decimal':
        this.octet(field.value.places);
        this.long(field.value.digits);
        return;
      case 'table':
        this.table(field.value);
        return;
      case 'array':
        this.#sized(() => {
          for (const item of field.value) this.value(item);
        });
        return;
      case 'void':
        return;
      default:
        field satisfies never;
    }
  }

  /** Writes the byte count of what `write` writes before it. */
  #sized(write: () => void): void {
    const at = this.#grow(4);
    write();
    this.#view.setUint32(at, this.#length - at - 4);
  }

  /** Makes room first: growing replaces the view. */
  #room(byteCount: number, write: (view: DataView, at: number) => void): void {
    const at = this.#grow(byteCount);
    write(this.#view, at);
  }

  #grow(byteCount: number): number {
    const at = this.#length;
    this.#length += byteCount;
    if (this.#length > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length));
      wider.set(this.#bytes.subarray(0, at));
      this.#bytes = wider;
      this.#view = new DataView(wider.buffer);
    }
    return at;
  }
}

const TAGS: Readonly<Record<FieldValue['type'], string>> = {
  bool: 't',
  byte: 'b',
  unsignedbyte: 'B',
  short: 's',
  unsignedshort: 'u',
  signedint: 'I',
  unsignedint: 'i',
  long: 'l',
  timestamp: 'T',
  float: 'f',
  double: 'd',
  longstr: 'S',
  binary: 'x',
  decimal: 'D',
  table: 'F',
  array: 'A',
  void: 'V',
};
