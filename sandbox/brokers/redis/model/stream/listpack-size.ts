/** Sizes in a listpack, the packed list of bytes in which Redis keeps a node's entries: a node is full at so many bytes (listpack.c of 7.0). */
import { binaryText } from '../binary-text.ts';
import { parseInteger } from '../number-text.ts';

/** Header and end mark. */
export const EMPTY_LISTPACK = 7;

/** A text of more characters is never kept as an integer. */
const MOST_DIGITS = 20;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const MINUS = 45;

/** How many bytes an element takes; one that reads as an integer is kept as one. */
export function elementSize(bytes: Uint8Array): number {
  const [first = 0] = bytes;
  if (bytes.length <= MOST_DIGITS && ((first >= DIGIT_0 && first <= DIGIT_9) || first === MINUS)) {
    const value = parseInteger(binaryText(bytes));
    if (value !== undefined) return integerSize(value);
  }
  const { length } = bytes;
  return withLength(length + (length < 64 ? 1 : length < 4096 ? 2 : 5));
}

export function integerSize(value: number | bigint): number {
  if (value >= 0 && value <= 127) return 2;
  if (value >= -4096 && value <= 4095) return 3;
  if (value >= -(2 ** 15) && value < 2 ** 15) return 4;
  if (value >= -(2 ** 23) && value < 2 ** 23) return 5;
  return value >= -(2 ** 31) && value < 2 ** 31 ? 6 : 10;
}

/** Behind each element stands its length, so that the list can be read backwards. */
function withLength(size: number): number {
  if (size <= 127) return size + 1;
  if (size < 16_383) return size + 2;
  return size + (size < 2_097_151 ? 3 : size < 268_435_455 ? 4 : 5);
}
