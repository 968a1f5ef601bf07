/** The frame of the course's queue server: four bytes of length (big-endian), then that much JSON in UTF-8. */
import type { Inbox } from '../../parts/inbox.ts';
import { bytesOf, textOf } from '../../parts/text.ts';

const LENGTH_BYTES = 4;

/** The longest frame that is taken, so that garbage is not mistaken for a very long frame. */
export const MOST_FRAME_BYTES = 16 * 1024 * 1024;

export function encodeFrame(value: unknown): Uint8Array {
  const body = bytesOf(JSON.stringify(value));
  const frame = new Uint8Array(LENGTH_BYTES + body.length);
  new DataView(frame.buffer).setUint32(0, body.length);
  frame.set(body, LENGTH_BYTES);
  return frame;
}

/** Takes the next whole frame; undefined when it has not come yet. Throws a RangeError or TypeError when the bytes cannot be a frame. */
export function takeFrame(inbox: Inbox): { readonly value: unknown } | undefined {
  if (inbox.length < LENGTH_BYTES) return undefined;
  const byteCount = inbox.uint32At(0);
  if (byteCount > MOST_FRAME_BYTES) throw new RangeError(`A frame of ${byteCount} bytes is too long.`);
  if (inbox.length < LENGTH_BYTES + byteCount) return undefined;
  const text = textOf(inbox.slice(LENGTH_BYTES, LENGTH_BYTES + byteCount));
  inbox.skip(LENGTH_BYTES + byteCount);
  return { value: parsed(text) };
}

/** The engine's own words differ between engines, so they are not passed on. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('A frame holds no JSON.');
  }
}
