/** Bytes as text in base 16 and base 64. */

interface Base64Alphabet {
  readonly digits: string;
  readonly padding: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const BASE64: Readonly<Record<'standard' | 'url', Base64Alphabet>> = {
  standard: { digits: `${LETTERS}+/`, padding: '=' },
  url: { digits: `${LETTERS}-_`, padding: '' },
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The value of each digit by character code; both base64 alphabets are read by either decoder, as in Node. */
const BASE64_VALUES = new Int8Array(128).fill(-1);
for (const { digits } of Object.values(BASE64)) for (let value = 0; value < 64; value += 1) BASE64_VALUES[digits.charCodeAt(value)] = value;

export function hexSlice(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index += 1) text += HEX[bytes[index] as number];
  return text;
}

/** Stops at the first pair that is not two hex digits. */
export function hexWrite(into: Uint8Array, text: string, offset: number, room: number): number {
  const count = Math.min(text.length >>> 1, room);
  for (let index = 0; index < count; index += 1) {
    const high = hexValue(text.charCodeAt(2 * index));
    const low = hexValue(text.charCodeAt(2 * index + 1));
    if (high < 0 || low < 0) return index;
    into[offset + index] = high * 16 + low;
  }
  return count;
}

/** Node looks at the low byte of each character only. */
function hexValue(character: number): number {
  const unit = character & 0xff;
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

export function base64Slice(bytes: Uint8Array, start: number, end: number, alphabet: Base64Alphabet): string {
  const { digits, padding } = alphabet;
  let text = '';
  let index = start;
  for (; index + 2 < end; index += 3) {
    const bits = ((bytes[index] as number) << 16) | ((bytes[index + 1] as number) << 8) | (bytes[index + 2] as number);
    text += digits.charAt(bits >> 18) + digits.charAt((bits >> 12) & 63) + digits.charAt((bits >> 6) & 63) + digits.charAt(bits & 63);
  }
  if (end - index === 1) {
    const byte = bytes[index] as number;
    text += digits.charAt(byte >> 2) + digits.charAt((byte << 4) & 63) + padding + padding;
  } else if (end - index === 2) {
    const bits = ((bytes[index] as number) << 8) | (bytes[index + 1] as number);
    text += digits.charAt(bits >> 10) + digits.charAt((bits >> 4) & 63) + digits.charAt((bits << 2) & 63) + padding;
  }
  return text;
}

/** An upper bound that is exact for well-formed text, as `Buffer.byteLength` gives it. */
export function base64ByteLength(text: string): number {
  let length = text.length;
  if (length > 1 && text.charCodeAt(length - 1) === 61) length -= 1;
  if (length > 1 && text.charCodeAt(length - 1) === 61) length -= 1;
  return (length * 3) >>> 2;
}

/** Skips what is no digit and stops at padding, as Node does. */
export function base64Write(into: Uint8Array, text: string, offset: number, room: number): number {
  let bits = 0;
  let bitCount = 0;
  let written = 0;
  for (let index = 0; index < text.length && written < room; index += 1) {
    const unit = text.charCodeAt(index) & 0xff;
    if (unit === 61) break;
    const value = unit < 128 ? (BASE64_VALUES[unit] as number) : -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    into[offset + written] = (bits >> bitCount) & 0xff;
    written += 1;
  }
  return written;
}
