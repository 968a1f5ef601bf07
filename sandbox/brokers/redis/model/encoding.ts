/** The encoding: how Redis 7.0 would keep a value in memory with its default limits, which is what OBJECT ENCODING tells. */
import { binaryText } from './binary-text.ts';
import { parseInteger } from './number-text.ts';
import type { Value, ValueOf } from './value.ts';

/** A string of at most so many bytes lies in one piece with its object (object.c). */
const MOST_EMBEDDED_BYTES = 44;
const MOST_DIGITS = 20;

export function encodingOf(value: Value): string {
  switch (value.type) {
    case 'string':
      return stringEncoding(value);
    case 'list':
      return 'quicklist';
    case 'set':
      return value.members.isOfIntegers ? 'intset' : 'hashtable';
    case 'zset':
      return value.members.isPacked ? 'listpack' : 'skiplist';
    case 'hash':
      return value.fields.isPacked ? 'listpack' : 'hashtable';
    case 'stream':
      return 'stream';
    default:
      return value satisfies never;
  }
}

function stringEncoding({ bytes, keptAs }: ValueOf<'string'>): string {
  if (keptAs === 'raw') return 'raw';
  const isInteger = bytes.length <= MOST_DIGITS && parseInteger(binaryText(bytes)) !== undefined;
  if (isInteger && keptAs !== 'text') return 'int';
  return bytes.length <= MOST_EMBEDDED_BYTES ? 'embstr' : 'raw';
}
