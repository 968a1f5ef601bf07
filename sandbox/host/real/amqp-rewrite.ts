/** Reads what an AMQP client sends, frame by frame, and moves it into another virtual host. */
import type { Rewrite } from './wire.ts';

/** "AMQP" 0 0 9 1, before the first frame (AMQP 0-9-1, section 4.2.2). */
const PROTOCOL_HEADER_BYTES = 8;
/** Type, channel and size before the payload, the end octet after it (AMQP 0-9-1, section 4.2.3). */
const FRAME_HEADER_BYTES = 7;
const FRAME_END_BYTES = 1;
const METHOD_FRAME = 1;

/** A rewrite that puts `virtualHost` in the place of the one that the client opens. */
export function amqpRewrite(virtualHost: string): Rewrite {
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
        out.push(changed(frame, virtualHost));
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

/** connection.open (class 10, method 40) names the virtual host as a short string, before two reserved fields. */
function changed(frame: Buffer, virtualHost: string): Buffer {
  const isOpen =
    frame[0] === METHOD_FRAME && frame.readUInt16BE(FRAME_HEADER_BYTES) === 10 && frame.readUInt16BE(FRAME_HEADER_BYTES + 2) === 40;
  return isOpen ? withShortString(frame, FRAME_HEADER_BYTES + 4, virtualHost) : frame;
}

function withShortString(frame: Buffer, offset: number, text: string): Buffer {
  const after = frame.subarray(offset + 1 + (frame[offset] ?? 0));
  const bytes = Buffer.from(text);
  const result = Buffer.concat([frame.subarray(0, offset), Buffer.from([bytes.byteLength]), bytes, after]);
  result.writeUInt32BE(result.byteLength - FRAME_HEADER_BYTES - FRAME_END_BYTES, 3);
  return result;
}
