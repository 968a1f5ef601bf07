/** `node:buffer`: one slim `Buffer`, a `Uint8Array` with Node's methods and the place in the learner's text that made it. */
import { currentProcess, hasCurrentProcess } from '../engine/process.ts';
import { encoded, encodingNamed, requireEncoding, SHORT_WRITE, utf8 } from './buffer/encodings.ts';
import { installNumbers, type NumberMethods } from './buffer/numbers.ts';
import { compareBytes, indexOfBytes, type Needle } from './buffer/search.ts';
import { invalidArgument, nodeError } from './errors.ts';

export const kMaxLength = 2 ** 53 - 1;
export const kStringMaxLength = 2 ** 29 - 24;
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength };
export const INSPECT_MAX_BYTES = 50;

export interface Buffer extends NumberMethods {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `installNumbers` puts these methods on the prototype.
export class Buffer extends Uint8Array<ArrayBuffer> {
  /**
   * The packed position (see `Meter.position`) of the learner's line that made this buffer, 0 if none. A library may
   * build a frame in the learner's call and write it to its socket in a later event.
   */
  declare madeAt: number;

  static poolSize = 8192;

  static override from(value: unknown, encodingOrOffset?: unknown, length?: unknown): Buffer {
    if (typeof value === 'string') return fromText(value, encodingOrOffset);
    if (typeof value === 'object' && value !== null) return fromObject(value, encodingOrOffset, length);
    throw fromRefused(value);
  }

  static alloc(size: number, fill?: string | number | Uint8Array, encoding?: string): Buffer {
    const made = Buffer.allocUnsafe(size);
    return fill === undefined || fill === 0 || size === 0 ? made : made.fill(fill, encoding);
  }

  /** Zeroed like `alloc`: what uninitialised memory holds would differ from run to run. */
  static allocUnsafe(size: number): Buffer {
    if (typeof size !== 'number') throw invalidArgument('size', 'of type number', size);
    if (!(size >= 0 && size <= kMaxLength)) {
      throw nodeError(
        RangeError,
        'ERR_OUT_OF_RANGE',
        `The value of "size" is out of range. It must be >= 0 && <= ${kMaxLength}. Received ${size}`,
      );
    }
    return stamped(zeroed(size));
  }

  static allocUnsafeSlow(size: number): Buffer {
    return Buffer.allocUnsafe(size);
  }

  static concat(list: readonly Uint8Array[], totalLength?: number): Buffer {
    if (!Array.isArray(list)) throw invalidArgument('list', 'an instance of Array', list);
    let length = totalLength ?? 0;
    if (totalLength === undefined) for (const bytes of list as Uint8Array[]) length += bytes.length;
    const whole = stamped(zeroed(length));
    let offset = 0;
    for (const [index, bytes] of (list as unknown[]).entries()) {
      if (!(bytes instanceof Uint8Array)) throw invalidArgument(`list[${index}]`, 'an instance of Buffer or Uint8Array', bytes);
      const room = length - offset;
      if (room <= 0) break;
      whole.set(bytes.length > room ? bytes.subarray(0, room) : bytes, offset);
      offset += bytes.length;
    }
    return whole;
  }

  static byteLength(value: string | ArrayBufferView | ArrayBuffer, encoding?: string): number {
    if (typeof value === 'string') return (encoding === undefined ? utf8 : (encodingNamed(String(encoding)) ?? utf8)).byteLength(value);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
    throw invalidArgument('string', 'of type string or an instance of Buffer or ArrayBuffer', value);
  }

  static isBuffer(value: unknown): value is Buffer {
    return value instanceof Buffer;
  }

  static isEncoding(name: unknown): boolean {
    return typeof name === 'string' && encodingNamed(name) !== undefined;
  }

  static compare(left: Uint8Array, right: Uint8Array): -1 | 0 | 1 {
    return compareBytes(left, right);
  }

  get parent(): ArrayBuffer {
    return this.buffer;
  }

  override toString(encoding?: string, start = 0, end = this.length): string {
    const from = clamp(start, this.length);
    const to = clamp(end, this.length);
    if (to <= from) return '';
    return (encoding === undefined ? utf8 : requireEncoding(encoding)).slice(this, from, to);
  }

  toJSON(): { type: 'Buffer'; data: number[] } {
    return { type: 'Buffer', data: Array.from(this as Uint8Array) };
  }

  /** `write(text[, offset[, length]][, encoding])`; returns the bytes written. */
  write(text: string, offset?: number | string, length?: number | string, encoding?: string): number {
    if (typeof text !== 'string') throw invalidArgument('argument', 'of type string', text);
    if (typeof offset === 'string') return this.write(text, 0, undefined, offset);
    if (typeof length === 'string') return this.write(text, offset, undefined, length);
    const start = offset ?? 0;
    if (start < 0 || start > this.length) {
      throw nodeError(
        RangeError,
        'ERR_OUT_OF_RANGE',
        `The value of "offset" is out of range. It must be >= 0 && <= ${this.length}. Received ${start}`,
      );
    }
    const room = Math.min(length ?? this.length, this.length - start);
    return (encoding === undefined ? utf8 : requireEncoding(encoding)).write(this, text, start, room);
  }

  copy(target: Uint8Array, targetStart = 0, sourceStart = 0, sourceEnd = this.length): number {
    const count = Math.min(Math.min(sourceEnd, this.length) - sourceStart, target.length - targetStart);
    if (count <= 0) return 0;
    target.set(count === this.length ? this : super.subarray(sourceStart, sourceStart + count), targetStart);
    return count;
  }

  override subarray(start?: number, end?: number): Buffer {
    return super.subarray(start, end) as Buffer;
  }

  /** Shares memory, unlike the `slice` of other typed arrays. */
  override slice(start?: number, end?: number): Buffer {
    return super.subarray(start, end) as Buffer;
  }

  equals(other: Uint8Array): boolean {
    if (!(other instanceof Uint8Array)) throw invalidArgument('otherBuffer', 'an instance of Buffer or Uint8Array', other);
    return this === other || (this.length === other.length && compareBytes(this, other) === 0);
  }

  compare(target: Uint8Array, targetStart = 0, targetEnd = target.length, sourceStart = 0, sourceEnd = this.length): -1 | 0 | 1 {
    return compareBytes(super.subarray(sourceStart, sourceEnd), target.subarray(targetStart, targetEnd));
  }

  override indexOf(value: Needle, byteOffset?: number | string, encoding?: string): number {
    return indexOfBytes(this, value, byteOffset, encoding, 'first');
  }

  override lastIndexOf(value: Needle, byteOffset?: number | string, encoding?: string): number {
    return indexOfBytes(this, value, byteOffset, encoding, 'last');
  }

  override includes(value: Needle, byteOffset?: number | string, encoding?: string): boolean {
    return this.indexOf(value, byteOffset, encoding) !== -1;
  }

  /** `fill(value[, offset[, end]][, encoding])` */
  override fill(value: string | number | Uint8Array, offset?: number | string, end?: number | string, encoding?: string): this {
    if (typeof offset === 'string') return this.fill(value, 0, this.length, offset);
    if (typeof end === 'string') return this.fill(value, offset, this.length, end);
    if (typeof value === 'number') return super.fill(value & 255, offset, end);
    const pattern = typeof value === 'string' ? fromText(value, encoding) : value;
    if (pattern.length === 0) {
      if (typeof value === 'string' && value.length === 0) return super.fill(0, offset, end);
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'value' is invalid. Received an empty or undecodable value");
    }
    const start = offset ?? 0;
    for (let index = start; index < Math.min(end ?? this.length, this.length); index += 1)
      this[index] = pattern[(index - start) % pattern.length] as number;
    return this;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const shown = Array.from(super.subarray(0, INSPECT_MAX_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const more = this.length - INSPECT_MAX_BYTES;
    return `<Buffer${shown === '' ? '' : ` ${shown}`}${more > 0 ? ` ... ${more} more byte${more > 1 ? 's' : ''}` : ''}>`;
  }

  swap16(): this {
    return swapped(this, 2);
  }

  swap32(): this {
    return swapped(this, 4);
  }

  swap64(): this {
    return swapped(this, 8);
  }
}

installNumbers(Buffer.prototype);
Object.defineProperty(Buffer.prototype, 'toLocaleString', { value: Buffer.prototype.toString, writable: true, configurable: true });
Object.defineProperty(Buffer.prototype, 'madeAt', { value: 0, writable: true, configurable: true });
export const SlowBuffer = Buffer;

/** TypeScript offers a class that extends `Uint8Array<ArrayBuffer>` only the constructor over a whole ArrayBuffer. */
const Bytes = Buffer as unknown as new (from: number | ArrayLike<number>) => Buffer;

function zeroed(size: number): Buffer {
  return new Bytes(size);
}

function copied(values: ArrayLike<number>): Buffer {
  return new Bytes(values);
}

/** A buffer over bytes that somebody else made, without copying. */
export function bufferOver(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : new Buffer(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}

export function atob(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

export function btoa(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}

/** The module's value. */
export const buffer = { Buffer, SlowBuffer, constants, kMaxLength, kStringMaxLength, INSPECT_MAX_BYTES, atob, btoa };

function fromText(text: string, encoding: unknown): Buffer {
  const codec = encoding === undefined ? utf8 : requireEncoding(encoding);
  if (codec === utf8 && text.length > SHORT_WRITE) return stamped(bufferOver(encoded(text)));
  const made = stamped(zeroed(codec.byteLength(text)));
  const written = codec.write(made, text, 0, made.length);
  return written === made.length ? made : made.subarray(0, written);
}

function fromObject(value: object, encodingOrOffset: unknown, length: unknown): Buffer {
  if (value instanceof ArrayBuffer) return stamped(new Buffer(value, encodingOrOffset as number | undefined, length as number | undefined));
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return stamped(copied(value as unknown as ArrayLike<number>));
  const boxed = value as { valueOf(): unknown; length?: unknown; type?: unknown; data?: unknown };
  const primitive = typeof boxed.valueOf === 'function' ? boxed.valueOf() : value;
  if (primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object'))
    return Buffer.from(primitive, encodingOrOffset, length);
  if (boxed.type === 'Buffer' && Array.isArray(boxed.data)) return stamped(copied(boxed.data as number[]));
  if (typeof boxed.length === 'number') return stamped(copied(Array.from(value as ArrayLike<number>)));
  throw fromRefused(value);
}

function fromRefused(value: unknown): Error {
  return invalidArgument('first argument', 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
}

function stamped(made: Buffer): Buffer {
  if (!hasCurrentProcess()) return made;
  const position = currentProcess().position();
  if (position !== 0) made.madeAt = position;
  return made;
}

function clamp(index: number, length: number): number {
  const whole = Math.trunc(index) || 0;
  return Math.min(Math.max(whole, 0), length);
}

function swapped<B extends Uint8Array>(bytes: B, width: number): B {
  if (bytes.length % width !== 0)
    throw nodeError(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${width * 8}-bits`);
  for (let index = 0; index < bytes.length; index += width) bytes.subarray(index, index + width).reverse();
  return bytes;
}
