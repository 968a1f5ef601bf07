/** The RESP writer: a reply as the bytes of RESP2 or RESP3. */
import { ByteDesk } from '../../parts/byte-desk.ts';
import { bytesOf } from '../../parts/text.ts';
import { doubleText } from '../model/number-text.ts';
import type { Reply } from '../model/reply.ts';

const SIGNS = { array: '*', set: '~', push: '>' } as const;

/** Every reply is written here first: one growing array costs less than the many small ones that a long reply is made of. */
const desk = new ByteDesk();

export function encodeReply(reply: Reply, protocol: 2 | 3): Uint8Array {
  write(reply, protocol);
  return desk.take();
}

function write(reply: Reply, protocol: 2 | 3): void {
  switch (reply.kind) {
    case 'status':
      desk.text(`+${reply.text}\r\n`);
      return;
    case 'error':
      desk.text(`-${reply.text}\r\n`);
      return;
    case 'integer':
      desk.text(`:${reply.value}\r\n`);
      return;
    case 'double':
      if (protocol === 3) desk.text(`,${doubleText(reply.value)}\r\n`);
      else write({ kind: 'bulk', bytes: bytesOf(doubleText(reply.value)) }, protocol);
      return;
    case 'bulk':
      bulk('$', reply.bytes);
      return;
    case 'verbatim': {
      const text = bytesOf(protocol === 3 ? `txt:${reply.text}` : reply.text);
      bulk(protocol === 3 ? '=' : '$', text);
      return;
    }
    case 'nil':
      desk.text(protocol === 3 ? '_\r\n' : '$-1\r\n');
      return;
    case 'nilArray':
      desk.text(protocol === 3 ? '_\r\n' : '*-1\r\n');
      return;
    case 'array':
    case 'set':
    case 'push':
      desk.text(`${protocol === 3 ? SIGNS[reply.kind] : '*'}${reply.items.length}\r\n`);
      for (const item of reply.items) write(item, protocol);
      return;
    case 'map':
      desk.text(protocol === 3 ? `%${reply.pairs.length}\r\n` : `*${reply.pairs.length * 2}\r\n`);
      for (const [key, value] of reply.pairs) {
        write(key, protocol);
        write(value, protocol);
      }
      return;
    case 'ranking':
      if (protocol === 3) writeNested(reply.pairs, protocol);
      else write({ kind: 'map', pairs: reply.pairs }, protocol);
      return;
    case 'listing':
      if (protocol === 3) write({ kind: 'map', pairs: reply.pairs }, protocol);
      else writeNested(reply.pairs, protocol);
      return;
    default:
      reply satisfies never;
  }
}

function writeNested(pairs: readonly (readonly [Reply, Reply])[], protocol: 2 | 3): void {
  desk.text(`*${pairs.length}\r\n`);
  for (const items of pairs) write({ kind: 'array', items }, protocol);
}

function bulk(sign: '$' | '=', bytes: Uint8Array): void {
  desk.text(`${sign}${bytes.length}\r\n`);
  desk.bytes(bytes);
  desk.text('\r\n');
}
