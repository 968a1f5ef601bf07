/** The AMQP frame: type, channel, size, payload, end mark (spec 4.2.3). */
import type { SourceLine } from '../../../trace/event.ts';
import type { Inbox } from '../../parts/inbox.ts';

export const FRAME_TYPES = { method: 1, header: 2, body: 3, heartbeat: 8 } as const;

/** Bytes of a frame besides its payload. */
export const FRAME_OVERHEAD = 8;

const HEAD_BYTES = 7;
const FRAME_END = 206;

export interface Frame {
  readonly type: number;
  readonly channel: number;
  readonly payload: Uint8Array;
  /** The line that sent the frame's first byte. */
  readonly source: SourceLine | undefined;
}

export class FrameError extends Error {}

/** Takes the next whole frame; undefined when it has not come yet. Throws FrameError when the bytes cannot be a frame. */
export function takeFrame(inbox: Inbox, frameMax: number): Frame | undefined {
  if (inbox.length < HEAD_BYTES) return undefined;
  const size = inbox.uint32At(3);
  const byteCount = HEAD_BYTES + size + 1;
  if (byteCount > frameMax) throw new FrameError(`frame too large: ${byteCount} of at most ${frameMax} bytes`);
  if (inbox.length < byteCount) return undefined;
  if (inbox.byteAt(byteCount - 1) !== FRAME_END) throw new FrameError(`frame end is missing`);
  const frame = {
    type: inbox.byteAt(0),
    channel: inbox.byteAt(1) * 256 + inbox.byteAt(2),
    payload: inbox.slice(HEAD_BYTES, HEAD_BYTES + size),
    source: inbox.source(),
  };
  inbox.skip(byteCount);
  return frame;
}

export function encodeFrame(type: number, channel: number, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEAD_BYTES + payload.length + 1);
  const view = new DataView(frame.buffer);
  view.setUint8(0, type);
  view.setUint16(1, channel);
  view.setUint32(3, payload.length);
  frame.set(payload, HEAD_BYTES);
  frame[frame.length - 1] = FRAME_END;
  return frame;
}
