/** `http.IncomingMessage`: a request at the server or a response at the client, read as a stream. */
import type { Socket } from '../net/socket.ts';
import { Readable } from '../stream.ts';
import type { MessageHead } from './parser.ts';

export type IncomingHeaders = Record<string, string | string[] | undefined>;

/** Of these, only the first counts when they are repeated (doc/api/http.md, message.headers). */
const SINGLE = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
]);

export class IncomingMessage extends Readable {
  readonly httpVersion: string;
  readonly httpVersionMajor = 1;
  readonly httpVersionMinor: number;
  readonly headers: IncomingHeaders;
  readonly rawHeaders: readonly string[];
  readonly socket: Socket;
  /** Requests only. */
  readonly method: string | undefined;
  url: string | undefined;
  /** Responses only. */
  readonly statusCode: number | undefined;
  readonly statusMessage: string | undefined;
  complete = false;

  constructor(socket: Socket, { startLine, rawHeaders }: MessageHead) {
    super({ autoDestroy: true });
    this.socket = socket;
    const isResponse = startLine[0].startsWith('HTTP/');
    this.httpVersion = (isResponse ? startLine[0] : startLine[2]).slice(5);
    this.httpVersionMinor = Number(this.httpVersion.slice(2));
    this.rawHeaders = rawHeaders;
    this.headers = joinedHeaders(rawHeaders);
    this.method = isResponse ? undefined : startLine[0];
    this.url = isResponse ? undefined : startLine[1];
    this.statusCode = isResponse ? Number(startLine[1]) : undefined;
    this.statusMessage = isResponse ? startLine[2] : undefined;
  }

  get connection(): Socket {
    return this.socket;
  }

  setTimeout(delayMs: number, listener?: () => void): this {
    this.socket.setTimeout(delayMs, listener);
    return this;
  }

  /** The parser pushes what arrives. */
  _read(): void {}
}

function joinedHeaders(rawHeaders: readonly string[]): IncomingHeaders {
  const headers: IncomingHeaders = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase();
    const value = rawHeaders[index + 1] as string;
    const known = headers[name];
    if (name === 'set-cookie') headers[name] = [...((known as string[] | undefined) ?? []), value];
    else if (known === undefined) headers[name] = value;
    else if (!SINGLE.has(name)) headers[name] = `${String(known)}${name === 'cookie' ? '; ' : ', '}${value}`;
  }
  return headers;
}
