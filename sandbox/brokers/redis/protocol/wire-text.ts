/** Commands and replies in words, for the events of the wire. */
import { preview, textOf } from '../../parts/text.ts';
import { doubleText } from '../model/number-text.ts';
import type { Reply } from '../model/reply.ts';

const SHOWN_CHARACTERS = 120;

/** `LPUSH orders {"id":1…`. */
export function commandText(args: readonly Uint8Array[]): string {
  let text = '';
  for (let index = 0; index < args.length && text.length <= SHOWN_CHARACTERS; index += 1) {
    const word = shortText(args[index] as Uint8Array);
    text += index === 0 ? word.toUpperCase() : ` ${word}`;
  }
  return preview(text, SHOWN_CHARACTERS);
}

export function replyText(reply: Reply): string {
  return preview(inWords(reply), SHOWN_CHARACTERS);
}

function inWords(reply: Reply): string {
  switch (reply.kind) {
    case 'status':
    case 'error':
      return reply.text;
    case 'integer':
      return String(reply.value);
    case 'double':
      return doubleText(reply.value);
    case 'bulk':
      return shortText(reply.bytes);
    case 'verbatim':
      return reply.text.replaceAll('\r\n', ' ');
    case 'nil':
    case 'nilArray':
      return 'nil';
    case 'array':
    case 'set':
    case 'push':
      return `[${reply.items.slice(0, 8).map(inWords).join(', ')}${reply.items.length > 8 ? ', …' : ''}]`;
    case 'map':
    case 'ranking':
    case 'listing':
      return `{${reply.pairs.map(([key, value]) => `${inWords(key)}: ${inWords(value)}`).join(', ')}}`;
    default:
      return reply satisfies never;
  }
}

/** A character takes at most four bytes, so this much is enough. */
function shortText(bytes: Uint8Array): string {
  return textOf(bytes.length > SHOWN_CHARACTERS * 4 ? bytes.subarray(0, SHOWN_CHARACTERS * 4) : bytes);
}
