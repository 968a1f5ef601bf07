/** The number methods of `Buffer`: integers of one to six bytes, 64-bit integers and floats, in both byte orders. */
import { invalidArgument, nodeError, outOfRange } from '../errors.ts';

type Read = (this: Uint8Array, offset?: number) => number;
type Write = (this: Uint8Array, value: number, offset?: number) => number;
type ReadBig = (this: Uint8Array, offset?: number) => bigint;
type WriteBig = (this: Uint8Array, value: bigint, offset?: number) => number;
type ReadWide = (this: Uint8Array, offset: number, byteLength: number) => number;
type WriteWide = (this: Uint8Array, value: number, offset: number, byteLength: number) => number;

type Order = 'LE' | 'BE';
type Sign = 'UInt' | 'Uint' | 'Int';
type Fixed = `${Sign}8` | `${Sign}${16 | 32}${Order}` | `${'Float' | 'Double'}${Order}`;
type Wide = `${Sign}${Order}`;
type Big = `Big${Sign}64${Order}`;

export type NumberMethods = { [K in Fixed as `read${K}`]: Read } & { [K in Fixed as `write${K}`]: Write } & {
  [K in Wide as `read${K}`]: ReadWide;
} & {
  [K in Wide as `write${K}`]: WriteWide;
} & { [K in Big as `read${K}`]: ReadBig } & { [K in Big as `write${K}`]: WriteBig };

/** Puts all number methods on the prototype, under Node's names and its `Uint` spellings. */
export function installNumbers(prototype: object): void {
  const define = (name: string, method: unknown): void => {
    Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
    const other = name.replace('UInt', 'Uint');
    if (other !== name) Object.defineProperty(prototype, other, { value: method, writable: true, configurable: true });
  };
  define('readUInt8', readUInt8);
  define('writeUInt8', writeUInt8);
  define('readInt8', function (this: Uint8Array, offset = 0) {
    return (readUInt8.call(this, offset) << 24) >> 24;
  } satisfies Read);
  define('writeInt8', integerWriter(1, true, false));
  for (const order of ['LE', 'BE'] as const) {
    const little = order === 'LE';
    for (const byteCount of [2, 4] as const) {
      define(
        `readUInt${byteCount * 8}${order}`,
        byteCount === 2 ? (little ? readUInt16LE : readUInt16BE) : little ? readUInt32LE : readUInt32BE,
      );
      define(`readInt${byteCount * 8}${order}`, integerReader(byteCount, true, little));
      define(`writeUInt${byteCount * 8}${order}`, integerWriter(byteCount, false, little));
      define(`writeInt${byteCount * 8}${order}`, integerWriter(byteCount, true, little));
    }
    for (const signed of [false, true]) {
      const sign = signed ? 'Int' : 'UInt';
      define(`read${sign}${order}`, wideReader(signed, little));
      define(`write${sign}${order}`, wideWriter(signed, little));
      define(`readBig${sign}64${order}`, bigReader(signed, little));
      define(`writeBig${sign}64${order}`, bigWriter(signed, little));
    }
    define(`readFloat${order}`, floatReader(4, little));
    define(`readDouble${order}`, floatReader(8, little));
    define(`writeFloat${order}`, floatWriter(4, little));
    define(`writeDouble${order}`, floatWriter(8, little));
  }
}

function readUInt8(this: Uint8Array, offset = 0): number {
  checkOffset(this, offset, 1);
  return this[offset] as number;
}

function writeUInt8(this: Uint8Array, value: number, offset = 0): number {
  const number = +value;
  checkValue(number, 0, 255);
  checkOffset(this, offset, 1);
  this[offset] = number;
  return offset + 1;
}

/** The four readers that protocol parsers call for every frame are written out. */
function readUInt16BE(this: Uint8Array, offset = 0): number {
  checkOffset(this, offset, 2);
  return ((this[offset] as number) << 8) | (this[offset + 1] as number);
}

function readUInt16LE(this: Uint8Array, offset = 0): number {
  checkOffset(this, offset, 2);
  return (this[offset] as number) | ((this[offset + 1] as number) << 8);
}

function readUInt32BE(this: Uint8Array, offset = 0): number {
  checkOffset(this, offset, 4);
  return (
    (((this[offset] as number) << 24) |
      ((this[offset + 1] as number) << 16) |
      ((this[offset + 2] as number) << 8) |
      (this[offset + 3] as number)) >>>
    0
  );
}

function readUInt32LE(this: Uint8Array, offset = 0): number {
  checkOffset(this, offset, 4);
  return (
    ((this[offset] as number) |
      ((this[offset + 1] as number) << 8) |
      ((this[offset + 2] as number) << 16) |
      ((this[offset + 3] as number) << 24)) >>>
    0
  );
}

function integerReader(byteCount: number, signed: boolean, little: boolean): Read {
  return function (offset = 0) {
    checkOffset(this, offset, byteCount);
    return readBytes(this, offset, byteCount, signed, little);
  };
}

function integerWriter(byteCount: number, signed: boolean, little: boolean): Write {
  const [least, most] = integerRange(byteCount, signed);
  return function (value, offset = 0) {
    const number = +value;
    checkValue(number, least, most);
    checkOffset(this, offset, byteCount);
    return writeBytes(this, number, offset, byteCount, little);
  };
}

function wideReader(signed: boolean, little: boolean): ReadWide {
  return function (offset, byteLength) {
    checkByteLength(byteLength);
    checkOffset(this, offset, byteLength);
    return readBytes(this, offset, byteLength, signed, little);
  };
}

function wideWriter(signed: boolean, little: boolean): WriteWide {
  return function (value, offset, byteLength) {
    checkByteLength(byteLength);
    const number = +value;
    checkValue(number, ...integerRange(byteLength, signed));
    checkOffset(this, offset, byteLength);
    return writeBytes(this, number, offset, byteLength, little);
  };
}

function bigReader(signed: boolean, little: boolean): ReadBig {
  return function (offset = 0) {
    checkOffset(this, offset, 8);
    const view = new DataView(this.buffer, this.byteOffset + offset, 8);
    return signed ? view.getBigInt64(0, little) : view.getBigUint64(0, little);
  };
}

function bigWriter(signed: boolean, little: boolean): WriteBig {
  const least = signed ? -(2n ** 63n) : 0n;
  const most = signed ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  const range = signed ? '>= -(2n ** 63n) and < 2n ** 63n' : '>= 0n and < 2n ** 64n';
  return function (value, offset = 0) {
    if (value < least || value > most) throw outOfRange('value', range, value);
    checkOffset(this, offset, 8);
    new DataView(this.buffer, this.byteOffset + offset, 8).setBigInt64(0, value, little);
    return offset + 8;
  };
}

function floatReader(byteCount: 4 | 8, little: boolean): Read {
  return function (offset = 0) {
    checkOffset(this, offset, byteCount);
    const view = new DataView(this.buffer, this.byteOffset + offset, byteCount);
    return byteCount === 4 ? view.getFloat32(0, little) : view.getFloat64(0, little);
  };
}

function floatWriter(byteCount: 4 | 8, little: boolean): Write {
  return function (value, offset = 0) {
    checkOffset(this, offset, byteCount);
    const view = new DataView(this.buffer, this.byteOffset + offset, byteCount);
    if (byteCount === 4) view.setFloat32(0, +value, little);
    else view.setFloat64(0, +value, little);
    return offset + byteCount;
  };
}

function readBytes(bytes: Uint8Array, offset: number, byteCount: number, signed: boolean, little: boolean): number {
  let value = 0;
  for (let index = 0; index < byteCount; index += 1)
    value = value * 256 + (bytes[offset + (little ? byteCount - 1 - index : index)] as number);
  const limit = 2 ** (8 * byteCount - 1);
  return signed && value >= limit ? value - 2 * limit : value;
}

function writeBytes(bytes: Uint8Array, value: number, offset: number, byteCount: number, little: boolean): number {
  let rest = Math.trunc(value);
  for (let index = 0; index < byteCount; index += 1) {
    bytes[offset + (little ? index : byteCount - 1 - index)] = rest;
    rest = Math.floor(rest / 256);
  }
  return offset + byteCount;
}

function integerRange(byteCount: number, signed: boolean): [least: number, most: number] {
  return signed ? [-(2 ** (8 * byteCount - 1)), 2 ** (8 * byteCount - 1) - 1] : [0, 2 ** (8 * byteCount) - 1];
}

function checkValue(value: number, least: number, most: number): void {
  if (value > most || value < least) throw outOfRange('value', rangeText(least, most), value);
}

/** Node writes the wider ranges as powers of two. */
function rangeText(least: number, most: number): string {
  if (most < 2 ** 32) return `>= ${least} and <= ${most}`;
  const bits = Math.round(Math.log2(most - least + 1));
  return least === 0 ? `>= 0 and < 2 ** ${bits}` : `>= -(2 ** ${bits - 1}) and < 2 ** ${bits - 1}`;
}

function checkByteLength(byteLength: unknown): void {
  if (typeof byteLength !== 'number') throw invalidArgument('byteLength', 'of type number', byteLength);
  if (!(byteLength >= 1 && byteLength <= 6)) throw outOfRange('byteLength', '>= 1 and <= 6', byteLength);
}

function checkOffset(bytes: Uint8Array, offset: number, byteCount: number): void {
  if (offset >= 0 && offset + byteCount <= bytes.length && offset === Math.floor(offset)) return;
  if (typeof offset !== 'number') throw invalidArgument('offset', 'of type number', offset);
  if (offset !== Math.floor(offset)) throw outOfRange('offset', 'an integer', offset);
  if (bytes.length < byteCount) throw nodeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  throw outOfRange('offset', `>= 0 and <= ${bytes.length - byteCount}`, offset);
}
