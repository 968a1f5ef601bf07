/** Comparing and searching bytes. */
import { invalidArgument } from '../errors.ts';
import { requireEncoding } from './encodings.ts';

export type Needle = string | number | Uint8Array;

export function compareBytes(left: Uint8Array, right: Uint8Array): -1 | 0 | 1 {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] as number) - (right[index] as number);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  if (left.length === right.length) return 0;
  return left.length < right.length ? -1 : 1;
}

/** `indexOf` and `lastIndexOf` of Buffer: a byte, bytes or text, from an offset that may count from the end. */
export function indexOfBytes(
  bytes: Uint8Array,
  value: Needle,
  byteOffset: number | string | undefined,
  encoding: string | undefined,
  which: 'first' | 'last',
): number {
  const needle = needleBytes(value, typeof byteOffset === 'string' ? byteOffset : encoding);
  const asked = typeof byteOffset === 'string' || Number.isNaN(Number(byteOffset)) ? undefined : Math.trunc(byteOffset as number);
  const start = asked === undefined || asked >= 0 ? asked : bytes.length + asked;
  const last = bytes.length - needle.length;
  return which === 'first' ? firstMatch(bytes, needle, Math.max(0, start ?? 0)) : lastMatch(bytes, needle, Math.min(start ?? last, last));
}

function firstMatch(bytes: Uint8Array, needle: Uint8Array, start: number): number {
  if (needle.length === 0) return Math.min(start, bytes.length);
  for (let index = start; index <= bytes.length - needle.length; index += 1) if (matchesAt(bytes, needle, index)) return index;
  return -1;
}

function lastMatch(bytes: Uint8Array, needle: Uint8Array, start: number): number {
  for (let index = start; index >= 0; index -= 1) if (matchesAt(bytes, needle, index)) return index;
  return -1;
}

function needleBytes(value: Needle, encoding: string | undefined): Uint8Array {
  if (typeof value === 'number') return Uint8Array.of(value);
  if (typeof value === 'string') {
    const codec = requireEncoding(encoding);
    const bytes = new Uint8Array(codec.byteLength(value));
    return bytes.subarray(0, codec.write(bytes, value, 0, bytes.length));
  }
  if (value instanceof Uint8Array) return value;
  throw invalidArgument('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
}

function matchesAt(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let index = 0; index < needle.length; index += 1) if (bytes[at + index] !== needle[index]) return false;
  return true;
}
