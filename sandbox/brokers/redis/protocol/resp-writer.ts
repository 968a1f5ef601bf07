/** The RESP writer: a reply as the bytes of RESP2 or RESP3. */
import { bytesOf } from '../../parts/text.ts';
import { doubleText } from '../model/number-text.ts';
import type { Reply } from '../model/reply.ts';

const SIGNS = { array: '*', set: '~', push: '>' } as const;

export function encodeReply(reply: Reply, protocol: 2 | 3): Uint8Array {
  const parts: (string | Uint8Array)[] = [];
  write(reply, protocol, parts);
  return joined(parts);
}

function write(reply: Reply, protocol: 2 | 3, parts: (string | Uint8Array)[]): void {
  switch (reply.kind) {
    case 'status':
      parts.push(`+${reply.text}\r\n`);
      return;
    case 'error':
      parts.push(`-${reply.text}\r\n`);
      return;
    case 'integer':
      parts.push(`:${reply.value}\r\n`);
      return;
    case 'double':
      if (protocol === 3) parts.push(`,${doubleText(reply.value)}\r\n`);
      else write({ kind: 'bulk', bytes: bytesOf(doubleText(reply.value)) }, protocol, parts);
      return;
    case 'bulk':
      parts.push(`$${reply.bytes.length}\r\n`, reply.bytes, '\r\n');
      return;
    case 'verbatim': {
      const text = bytesOf(protocol === 3 ? `txt:${reply.text}` : reply.text);
      parts.push(`${protocol === 3 ? '=' : '$'}${text.length}\r\n`, text, '\r\n');
      return;
    }
    case 'nil':
      parts.push(protocol === 3 ? '_\r\n' : '$-1\r\n');
      return;
    case 'nilArray':
      parts.push(protocol === 3 ? '_\r\n' : '*-1\r\n');
      return;
    case 'array':
    case 'set':
    case 'push':
      parts.push(`${protocol === 3 ? SIGNS[reply.kind] : '*'}${reply.items.length}\r\n`);
      for (const item of reply.items) write(item, protocol, parts);
      return;
    case 'map':
      parts.push(protocol === 3 ? `%${reply.pairs.length}\r\n` : `*${reply.pairs.length * 2}\r\n`);
      for (const [key, value] of reply.pairs) {
        write(key, protocol, parts);
        write(value, protocol, parts);
      }
      return;
    case 'ranking':
      if (protocol === 3) writeNested(reply.pairs, protocol, parts);
      else write({ kind: 'map', pairs: reply.pairs }, protocol, parts);
      return;
    case 'listing':
      if (protocol === 3) write({ kind: 'map', pairs: reply.pairs }, protocol, parts);
      else writeNested(reply.pairs, protocol, parts);
      return;
    default:
      reply satisfies never;
  }
}

function writeNested(pairs: readonly (readonly [Reply, Reply])[], protocol: 2 | 3, parts: (string | Uint8Array)[]): void {
  parts.push(`*${pairs.length}\r\n`);
  for (const items of pairs) write({ kind: 'array', items }, protocol, parts);
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
    } else {
      chunks.push(bytesOf(text), part);
      text = '';
    }
  }
  if (chunks.length === 0) return bytesOf(text);
  chunks.push(bytesOf(text));
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
