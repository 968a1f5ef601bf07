/** The byte desk: a growing array on which a message of a protocol is written before a copy of it is sent. */

const encoder = new TextEncoder();
const LEAST_ROOM = 1024;
/** A desk that one long message has made greater than this is given up after it. */
const MOST_KEPT = 1024 * 1024;

export class ByteDesk {
  #bytes = new Uint8Array(LEAST_ROOM);
  #length = 0;

  /** Writes a text in UTF-8. */
  text(text: string): void {
    this.#makeRoom(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 127) return this.bytes(encoder.encode(text.slice(index)));
      this.#bytes[this.#length] = unit;
      this.#length += 1;
    }
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of what was written, and an empty desk. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > MOST_KEPT) this.#bytes = new Uint8Array(LEAST_ROOM);
    return taken;
  }

  #makeRoom(byteCount: number): void {
    const wanted = this.#length + byteCount;
    if (wanted <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, wanted));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }
}
