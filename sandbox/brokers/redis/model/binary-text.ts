/** Binary text: bytes as a string of one character per byte, so that keys, members and fields of any bytes can be compared. */
import { charactersOf, textOf } from '../../parts/text.ts';

export type BinaryText = string;

export function binaryText(bytes: Uint8Array): BinaryText {
  return charactersOf(bytes);
}

export function binaryBytes(text: BinaryText): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** The same text as people read it, taken as UTF-8. */
export function shown(text: BinaryText): string {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return textOf(binaryBytes(text));
  return text;
}
