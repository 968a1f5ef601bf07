/** The frame of the queue server's protocol: four bytes of length (big-endian), then that much JSON in UTF-8. */

const LENGTH_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeFrame(value: unknown): Uint8Array {
  const body = encoder.encode(JSON.stringify(value));
  const frame = new Uint8Array(LENGTH_BYTES + body.length);
  new DataView(frame.buffer).setUint32(0, body.length);
  frame.set(body, LENGTH_BYTES);
  return frame;
}

/** Whole frames out of bytes that come cut anywhere. */
export class FrameReader {
  #unread: Uint8Array = new Uint8Array(0);

  /** Takes bytes; returns the values of the frames that are whole now. */
  push(bytes: Uint8Array): unknown[] {
    this.#unread = joined(this.#unread, bytes);
    const values: unknown[] = [];
    for (;;) {
      if (this.#unread.length < LENGTH_BYTES) return values;
      const end = LENGTH_BYTES + new DataView(this.#unread.buffer, this.#unread.byteOffset).getUint32(0);
      if (this.#unread.length < end) return values;
      values.push(JSON.parse(decoder.decode(this.#unread.subarray(LENGTH_BYTES, end))));
      this.#unread = this.#unread.subarray(end);
    }
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
