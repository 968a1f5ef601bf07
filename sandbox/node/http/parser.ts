/** Reads HTTP/1.1 messages from bytes that are cut anywhere (RFC 9112). */
import { Buffer } from '../buffer.ts';
import { nodeError } from '../errors.ts';

export interface MessageHead {
  /** `GET /path HTTP/1.1` or `HTTP/1.1 200 OK`, split at its first two blanks. */
  readonly startLine: readonly [string, string, string];
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

export interface MessageHandler {
  /** Returns whether a body may follow; responses to HEAD and those without content have none. */
  head(head: MessageHead): boolean;
  body(bytes: Buffer): void;
  /** The message is complete. */
  done(): void;
}

type State = 'head' | 'fixed' | 'chunkSize' | 'chunk' | 'chunkEnd' | 'trailers' | 'untilClose' | 'done';

const MOST_HEAD_BYTES = 16_384;

/** One message; a new parser reads the next one. */
export class MessageParser {
  readonly #kind: 'request' | 'response';
  readonly #handler: MessageHandler;
  #state: State = 'head';
  #buffered: Buffer = Buffer.alloc(0);
  #bodyBytesLeft = 0;

  constructor(kind: 'request' | 'response', handler: MessageHandler) {
    this.#kind = kind;
    this.#handler = handler;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /** True until the first byte came. */
  get isUntouched(): boolean {
    return this.#state === 'head' && this.#buffered.length === 0;
  }

  /** Takes bytes; returns those beyond the message's end. Throws what is no HTTP. */
  push(bytes: Buffer): Buffer {
    this.#buffered = this.#buffered.length === 0 ? bytes : Buffer.concat([this.#buffered, bytes]);
    while (!this.isDone && this.#step());
    if (!this.isDone) return Buffer.alloc(0);
    const rest = this.#buffered;
    this.#buffered = Buffer.alloc(0);
    return rest;
  }

  /** The other side sends no more: that ends a body without a length. Returns whether the message is complete. */
  end(): boolean {
    if (this.#state === 'untilClose') this.#finish();
    return this.isDone;
  }

  /** Makes progress if it can; false when more bytes are needed. */
  #step(): boolean {
    switch (this.#state) {
      case 'head':
        return this.#readHead();
      case 'fixed':
      case 'chunk':
        return this.#readBody();
      case 'untilClose':
        return this.#passOn(this.#buffered.length);
      case 'chunkSize':
        return this.#readLine((line) => this.#beginChunk(line));
      case 'chunkEnd':
        return this.#readLine(() => this.#become('chunkSize'));
      case 'trailers':
        return this.#readLine((line) => line === '' && this.#finish());
      case 'done':
        return false;
    }
    return this.#state satisfies never;
  }

  #readHead(): boolean {
    const end = this.#buffered.indexOf('\r\n\r\n');
    if (end < 0) {
      if (this.#buffered.length > MOST_HEAD_BYTES) throw malformed('HPE_HEADER_OVERFLOW', 'Header overflow');
      return false;
    }
    const [first = '', ...lines] = this.#buffered.toString('latin1', 0, end).split('\r\n');
    this.#buffered = this.#buffered.subarray(end + 4);
    const startLine = this.#startLine(first);
    const rawHeaders: string[] = [];
    for (const line of lines) {
      const colon = line.indexOf(':');
      if (colon <= 0) throw malformed('HPE_INVALID_HEADER_TOKEN', 'Invalid header token');
      rawHeaders.push(line.slice(0, colon), line.slice(colon + 1).trim());
    }
    const mayHaveBody = this.#handler.head({ startLine, rawHeaders });
    this.#beginBody(rawHeaders, mayHaveBody);
    return true;
  }

  #startLine(line: string): [string, string, string] {
    const pattern = this.#kind === 'request' ? /^([A-Z-]+) (\S+) (HTTP\/1\.[01])$/ : /^(HTTP\/1\.[01]) (\d{3}) ?(.*)$/;
    const [, first = '', second = '', third = ''] = pattern.exec(line) ?? [];
    if (first === '') throw malformed('HPE_INVALID_CONSTANT', 'Expected HTTP/');
    return [first, second, third];
  }

  #beginBody(rawHeaders: readonly string[], mayHaveBody: boolean): void {
    const length = headerIn(rawHeaders, 'content-length');
    if (!mayHaveBody) this.#finish();
    else if (/\bchunked$/i.test(headerIn(rawHeaders, 'transfer-encoding') ?? '')) this.#become('chunkSize');
    else if (length !== undefined) {
      if (!/^\d+$/.test(length)) throw malformed('HPE_INVALID_CONTENT_LENGTH', 'Invalid character in Content-Length');
      this.#bodyBytesLeft = Number(length);
      if (this.#bodyBytesLeft === 0) this.#finish();
      else this.#become('fixed');
    } else if (this.#kind === 'response') this.#become('untilClose');
    else this.#finish();
  }

  #beginChunk(line: string): void {
    const size = /^[0-9a-f]+/i.exec(line)?.[0];
    if (size === undefined) throw malformed('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size');
    this.#bodyBytesLeft = Number.parseInt(size, 16);
    this.#become(this.#bodyBytesLeft === 0 ? 'trailers' : 'chunk');
  }

  #readBody(): boolean {
    const progress = this.#passOn(Math.min(this.#bodyBytesLeft, this.#buffered.length));
    if (this.#bodyBytesLeft === 0) {
      if (this.#state === 'fixed') this.#finish();
      else this.#become('chunkEnd');
    }
    return progress;
  }

  #passOn(byteCount: number): boolean {
    if (byteCount === 0) return false;
    const bytes = this.#buffered.subarray(0, byteCount);
    this.#buffered = this.#buffered.subarray(byteCount);
    this.#bodyBytesLeft -= byteCount;
    this.#handler.body(bytes);
    return true;
  }

  #readLine(use: (line: string) => void): boolean {
    const end = this.#buffered.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.#buffered.toString('latin1', 0, end);
    this.#buffered = this.#buffered.subarray(end + 2);
    use(line);
    return true;
  }

  #become(state: State): void {
    this.#state = state;
  }

  #finish(): void {
    this.#state = 'done';
    this.#handler.done();
  }
}

function headerIn(rawHeaders: readonly string[], name: string): string | undefined {
  for (let index = 0; index < rawHeaders.length; index += 2) if (rawHeaders[index]?.toLowerCase() === name) return rawHeaders[index + 1];
  return undefined;
}

function malformed(code: string, reason: string): Error {
  return Object.assign(nodeError(Error, code, `Parse Error: ${reason}`), { reason });
}
