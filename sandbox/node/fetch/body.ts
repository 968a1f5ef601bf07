/** The body of a request or response: read once, as text, JSON or bytes. */
import { Buffer } from '../buffer.ts';
import { realm } from '../realm.ts';
import { Readable } from '../stream.ts';

export interface BodyContent {
  readonly bytes: Buffer;
  readonly type: string | null;
}

/** The bytes of what was given as a body, and the content type that goes with it (Fetch standard, "extract a body"). */
export function contentOf(body: unknown): BodyContent | null {
  if (body === undefined || body === null) return null;
  if (body instanceof realm.URLSearchParams)
    return { bytes: Buffer.from(String(body)), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  if (body instanceof ArrayBuffer) return { bytes: Buffer.from(body.slice(0)), type: null };
  if (ArrayBuffer.isView(body)) return { bytes: Buffer.from(new Uint8Array(body.buffer, body.byteOffset, body.byteLength)), type: null };
  return { bytes: Buffer.from(String(body)), type: 'text/plain;charset=UTF-8' };
}

export class Body {
  bodyUsed = false;
  readonly #source: () => Promise<Buffer>;
  #stream: Readable | null;

  constructor(source: Readable | BodyContent | null) {
    if (source instanceof Readable) {
      this.#stream = source;
      this.#source = () => collected(source);
    } else {
      this.#stream = null;
      this.#source = () => Promise.resolve(source?.bytes ?? Buffer.alloc(0));
    }
  }

  /** A stream of bytes to iterate over with `for await`; null when there is no body to come. */
  get body(): Readable | null {
    return this.#stream;
  }

  async text(): Promise<string> {
    return new realm.TextDecoder().decode(await this.#take());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return Uint8Array.from(await this.#take());
  }

  async #take(): Promise<Buffer> {
    if (this.bodyUsed) throw new TypeError('Body is unusable: Body has already been read');
    this.bodyUsed = true;
    this.#stream = null;
    return this.#source();
  }
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
