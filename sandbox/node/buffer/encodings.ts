/** The text encodings of `Buffer`: how many bytes a text takes, writing it into bytes and reading it back. */
import { nodeError } from '../errors.ts';
import { realm } from '../realm.ts';
import { BASE64, base64ByteLength, base64Slice, base64Write, hexSlice, hexWrite } from './radix-text.ts';

export interface TextEncoding {
  byteLength(text: string): number;
  /** Writes whole characters into `into[offset, offset + room)`; returns the bytes written. */
  write(into: Uint8Array, text: string, offset: number, room: number): number;
  slice(bytes: Uint8Array, start: number, end: number): string;
}

/** Finds an encoding by any of the names that Node takes; undefined when there is none. */
export function encodingNamed(name: string): TextEncoding | undefined {
  return ENCODINGS[name] ?? ENCODINGS[name.toLowerCase()];
}

export function requireEncoding(name: unknown): TextEncoding {
  if (name === undefined || name === null || name === '') return utf8;
  const found = typeof name === 'string' ? encodingNamed(name) : undefined;
  if (found === undefined) throw nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${String(name)}`);
  return found;
}

const encoder = new realm.TextEncoder();
const decoder = new realm.TextDecoder('utf-8', { ignoreBOM: true });
/** Up to so many characters a plain loop beats the call into the engine's encoder or decoder (measured on V8). */
export const SHORT_WRITE = 256;
const SHORT_SLICE = 48;

/** A text as UTF-8 in one go, without counting its bytes first. */
export function encoded(text: string): Uint8Array {
  return encoder.encode(text);
}

export const utf8: TextEncoding = {
  byteLength(text) {
    let bytes = text.length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) continue;
      bytes += unit < 0x800 ? 1 : 2;
      const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
      if (isPair) index += 1;
    }
    return bytes;
  },
  write(into, text, offset, room) {
    if (text.length <= SHORT_WRITE && text.length <= room) {
      let index = 0;
      for (; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (unit >= 0x80) break;
        into[offset + index] = unit;
      }
      if (index === text.length) return index;
    }
    return encoder.encodeInto(text, new Uint8Array(into.buffer, into.byteOffset + offset, room)).written;
  },
  slice(bytes, start, end) {
    if (end - start <= SHORT_SLICE) {
      let text = '';
      let index = start;
      for (; index < end; index += 1) {
        const byte = bytes[index] as number;
        if (byte >= 0x80) break;
        text += String.fromCharCode(byte);
      }
      if (index === end) return text;
    }
    return decoder.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start));
  },
};

const latin1: TextEncoding = {
  byteLength: (text) => text.length,
  write(into, text, offset, room) {
    const count = Math.min(text.length, room);
    for (let index = 0; index < count; index += 1) into[offset + index] = text.charCodeAt(index);
    return count;
  },
  slice: (bytes, start, end) => unitsToText(bytes, start, end, 0xff),
};

const ascii: TextEncoding = { ...latin1, slice: (bytes, start, end) => unitsToText(bytes, start, end, 0x7f) };

const utf16le: TextEncoding = {
  byteLength: (text) => text.length * 2,
  write(into, text, offset, room) {
    const count = Math.min(text.length, room >> 1);
    for (let index = 0; index < count; index += 1) {
      const unit = text.charCodeAt(index);
      into[offset + 2 * index] = unit;
      into[offset + 2 * index + 1] = unit >> 8;
    }
    return count * 2;
  },
  slice(bytes, start, end) {
    let text = '';
    for (let index = start; index + 1 < end; index += 2)
      text += String.fromCharCode((bytes[index] as number) | ((bytes[index + 1] as number) << 8));
    return text;
  },
};

const hex: TextEncoding = { byteLength: (text) => text.length >>> 1, write: hexWrite, slice: hexSlice };
const base64: TextEncoding = {
  byteLength: base64ByteLength,
  write: base64Write,
  slice: (b, s, e) => base64Slice(b, s, e, BASE64.standard),
};
const base64url: TextEncoding = { byteLength: base64ByteLength, write: base64Write, slice: (b, s, e) => base64Slice(b, s, e, BASE64.url) };

const ENCODINGS: Readonly<Record<string, TextEncoding | undefined>> = Object.assign(Object.create(null) as object, {
  utf8,
  'utf-8': utf8,
  latin1,
  binary: latin1,
  ascii,
  hex,
  base64,
  base64url,
  utf16le,
  'utf-16le': utf16le,
  ucs2: utf16le,
  'ucs-2': utf16le,
});

function unitsToText(bytes: Uint8Array, start: number, end: number, mask: number): string {
  let text = '';
  for (let index = start; index < end; index += 1) text += String.fromCharCode((bytes[index] as number) & mask);
  return text;
}
