/** Reads what an AMQP client sends, frame by frame: moves it into another virtual host and notes what it declares. */
import type { Rewrite } from './wire.ts';

/** "AMQP" 0 0 9 1, before the first frame (AMQP 0-9-1, section 4.2.2). */
const PROTOCOL_HEADER_BYTES = 8;
/** Type, channel and size before the payload, the end octet after it (AMQP 0-9-1, section 4.2.3). */
const FRAME_HEADER_BYTES = 7;
const FRAME_END_BYTES = 1;
const METHOD_FRAME = 1;

export interface Declared {
  readonly queues: Set<string>;
  readonly exchanges: Set<string>;
}

/** A rewrite that puts `virtualHost` in the place of the one that the client opens. */
export function amqpRewrite(virtualHost: string, declared: Declared): Rewrite {
  return () => {
    let kept: Buffer = Buffer.alloc(0);
    let headerSeen = false;
    return (bytes) => {
      kept = Buffer.concat([kept, bytes]);
      const out: Buffer[] = [];
      if (!headerSeen && kept.byteLength >= PROTOCOL_HEADER_BYTES) {
        out.push(kept.subarray(0, PROTOCOL_HEADER_BYTES));
        kept = kept.subarray(PROTOCOL_HEADER_BYTES);
        headerSeen = true;
      }
      for (let frame = nextFrame(kept, headerSeen); frame !== null; frame = nextFrame(kept, headerSeen)) {
        kept = kept.subarray(frame.byteLength);
        out.push(changed(frame, virtualHost, declared));
      }
      return Buffer.concat(out);
    };
  };
}

function nextFrame(bytes: Buffer, headerSeen: boolean): Buffer | null {
  if (!headerSeen || bytes.byteLength < FRAME_HEADER_BYTES) return null;
  const byteCount = FRAME_HEADER_BYTES + bytes.readUInt32BE(3) + FRAME_END_BYTES;
  return bytes.byteLength < byteCount ? null : bytes.subarray(0, byteCount);
}

function changed(frame: Buffer, virtualHost: string, declared: Declared): Buffer {
  if (frame[0] !== METHOD_FRAME) return frame;
  const method = `${frame.readUInt16BE(FRAME_HEADER_BYTES)}.${frame.readUInt16BE(FRAME_HEADER_BYTES + 2)}`;
  switch (method) {
    // connection.open: the virtual host as a short string, then two reserved fields.
    case '10.40':
      return withShortString(frame, FRAME_HEADER_BYTES + 4, virtualHost);
    // exchange.declare and queue.declare: a reserved short, then the name.
    case '40.10':
      declared.exchanges.add(shortString(frame, FRAME_HEADER_BYTES + 6));
      return frame;
    case '50.10':
      declared.queues.add(shortString(frame, FRAME_HEADER_BYTES + 6));
      return frame;
    default:
      return frame;
  }
}

function shortString(frame: Buffer, offset: number): string {
  return frame.toString('utf8', offset + 1, offset + 1 + (frame[offset] ?? 0));
}

function withShortString(frame: Buffer, offset: number, text: string): Buffer {
  const after = frame.subarray(offset + 1 + (frame[offset] ?? 0));
  const bytes = Buffer.from(text);
  const result = Buffer.concat([frame.subarray(0, offset), Buffer.from([bytes.byteLength]), bytes, after]);
  result.writeUInt32BE(result.byteLength - FRAME_HEADER_BYTES - FRAME_END_BYTES, 3);
  return result;
}
