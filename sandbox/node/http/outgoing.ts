/** What requests and responses have in common on their way out: headers, then a body with a length or in chunks. */
import { Buffer } from '../buffer.ts';
import { invalidArgument, nodeError } from '../errors.ts';
import type { Socket } from '../net/socket.ts';
import { type Callback, Writable } from '../stream.ts';

export type HeaderValue = string | number | readonly string[];
export type OutgoingHeaders = Readonly<Record<string, HeaderValue | undefined>>;

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export abstract class OutgoingMessage extends Writable {
  headersSent = false;
  readonly #headers = new Map<string, { readonly name: string; readonly value: HeaderValue }>();
  #chunked = false;
  #withoutBody = false;

  constructor() {
    super({ decodeStrings: true, autoDestroy: false });
  }

  /** Where the message goes. */
  abstract get socket(): Socket | null;

  /** Called with the first byte of the body or at the end: the start line. */
  protected abstract startLine(): string;

  /** Whether a body may be sent. */
  protected abstract mayHaveBody(): boolean;

  /** The message has been handed to the socket. */
  protected abstract sent(): void;

  get finished(): boolean {
    return this.writableEnded;
  }

  setHeader(name: string, value: HeaderValue): this {
    if (this.headersSent) throw nodeError(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client');
    if (typeof name !== 'string' || !TOKEN.test(name)) {
      throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${String(name)}"]`);
    }
    if (value === undefined) throw nodeError(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "undefined" for header "${name}"`);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(String(value)))
      throw nodeError(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
    this.#headers.set(name.toLowerCase(), { name, value });
    return this;
  }

  setHeaders(headers: OutgoingHeaders | readonly string[] | Iterable<[string, HeaderValue]>): this {
    for (const [name, value] of entriesOf(headers)) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  appendHeader(name: string, value: string): this {
    const known = this.getHeader(name);
    return this.setHeader(name, known === undefined ? value : [...(Array.isArray(known) ? (known as string[]) : [String(known)]), value]);
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#headers.get(name.toLowerCase())?.value;
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase());
  }

  removeHeader(name: string): void {
    if (this.headersSent) throw nodeError(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot remove headers after they are sent to the client');
    this.#headers.delete(name.toLowerCase());
  }

  getHeaderNames(): string[] {
    return [...this.#headers.keys()];
  }

  getHeaders(): Record<string, HeaderValue> {
    return Object.assign(Object.create(null) as object, Object.fromEntries([...this.#headers].map(([key, { value }]) => [key, value])));
  }

  flushHeaders(): void {
    this.sendHead();
  }

  override write(chunk: unknown, encoding?: string | Callback, done?: Callback): boolean {
    checkChunk(chunk);
    return super.write(chunk, encoding, done);
  }

  /** A body that is given whole gets a length. */
  override end(chunk?: unknown, encoding?: string | Callback, done?: Callback): this {
    if (typeof chunk === 'function') return super.end(undefined, undefined, chunk as Callback);
    if (chunk !== undefined && chunk !== null) checkChunk(chunk);
    const isWhole =
      !this.headersSent && this.writableLength === 0 && !this.hasHeader('transfer-encoding') && !this.hasHeader('content-length');
    if (isWhole && this.mayHaveBody()) this.#setLength(chunk, typeof encoding === 'string' ? encoding : undefined);
    return super.end(chunk, encoding, done);
  }

  /** Sends the start line and the headers, once. */
  protected sendHead(): void {
    if (this.headersSent) return;
    this.#withoutBody = !this.mayHaveBody();
    this.#chunked = !this.#withoutBody && !this.hasHeader('content-length');
    if (this.#chunked && !this.hasHeader('transfer-encoding')) this.setHeader('Transfer-Encoding', 'chunked');
    const lines = [this.startLine()];
    for (const { name, value } of this.#headers.values()) {
      if (Array.isArray(value)) for (const one of value as string[]) lines.push(`${name}: ${one}`);
      else lines.push(`${name}: ${String(value)}`);
    }
    this.headersSent = true;
    this.socket?.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
  }

  _write(chunk: Buffer, _encoding: string, done: Callback): void {
    this.sendHead();
    const { socket } = this;
    if (this.#withoutBody || socket === null || socket.destroyed || chunk.length === 0) done();
    else if (this.#chunked) socket.write(Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, CRLF]), done);
    else socket.write(chunk, done);
  }

  _final(done: Callback): void {
    this.sendHead();
    if (this.#chunked) this.socket?.write(Buffer.from('0\r\n\r\n'));
    this.sent();
    done();
  }

  #setLength(chunk: unknown, encoding: string | undefined): void {
    const length =
      chunk === undefined || chunk === null
        ? 0
        : typeof chunk === 'string'
          ? Buffer.byteLength(chunk, encoding)
          : (chunk as Uint8Array).length;
    this.setHeader('Content-Length', length);
  }
}

const CRLF = Buffer.from('\r\n');

function checkChunk(chunk: unknown): void {
  if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw invalidArgument('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);
  }
}

function entriesOf(
  headers: OutgoingHeaders | readonly string[] | Iterable<[string, HeaderValue]>,
): Iterable<[string, HeaderValue | undefined]> {
  if (Array.isArray(headers) && headers.length > 0 && !Array.isArray(headers[0])) {
    const flat = headers as readonly string[];
    return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1]] as [string, string | undefined]] : []));
  }
  if (Symbol.iterator in headers) return headers as Iterable<[string, HeaderValue]>;
  return Object.entries(headers as OutgoingHeaders);
}
