/** `http.request`: one connection per request, closed after the response. */
import { Buffer } from '../buffer.ts';
import { nodeError, refused } from '../errors.ts';
import { Socket } from '../net/socket.ts';
import { nextTick } from '../process.ts';
import { type RealmAbortSignal, type RealmUrl, realm } from '../realm.ts';
import { IncomingMessage } from './incoming.ts';
import { type OutgoingHeaders, OutgoingMessage } from './outgoing.ts';
import { MessageParser } from './parser.ts';
import { mayHaveBody } from './status.ts';

export interface RequestOptions {
  readonly protocol?: string | null;
  readonly host?: string | null;
  readonly hostname?: string | null;
  readonly port?: number | string | null;
  readonly path?: string | null;
  readonly method?: string;
  readonly headers?: OutgoingHeaders;
  readonly auth?: string | null;
  readonly timeout?: number;
  readonly signal?: RealmAbortSignal;
}

type OnResponse = (response: IncomingMessage) => void;

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

export class ClientRequest extends OutgoingMessage {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly protocol = 'http:';
  aborted = false;
  readonly socket: Socket;
  #response: IncomingMessage | null = null;
  readonly #parser: MessageParser;

  constructor(options: RequestOptions, onResponse?: OnResponse) {
    super();
    const { protocol = 'http:', method = 'GET', path, headers, auth, timeout, signal } = options;
    if (protocol !== 'http:' && protocol !== null) throw refused(`${protocol}//`, 'the simulated hosts speak plain http.');
    this.method = method.toUpperCase();
    this.path = path || '/';
    this.host = hostOf(options);
    const port = Number(options.port || 80);
    if (headers !== undefined) this.setHeaders(headers);
    if (!this.hasHeader('host')) this.setHeader('Host', port === 80 ? this.host : `${this.host}:${port}`);
    if (auth && !this.hasHeader('authorization')) this.setHeader('Authorization', `Basic ${Buffer.from(auth).toString('base64')}`);
    if (!this.hasHeader('connection')) this.setHeader('Connection', 'close');
    if (onResponse !== undefined) this.once('response', onResponse);
    this.#parser = this.#responseParser();
    this.socket = new Socket();
    this.#listen(this.socket);
    this.socket.connect({ host: this.host, port });
    if (timeout !== undefined) this.setTimeout(timeout);
    if (signal !== undefined) this.#obey(signal);
    nextTick(() => this.emit('socket', this.socket));
  }

  setTimeout(delayMs: number, listener?: () => void): this {
    if (listener !== undefined) this.once('timeout', listener);
    this.socket.setTimeout(delayMs, () => this.emit('timeout'));
    return this;
  }

  setNoDelay(): void {}

  setSocketKeepAlive(): void {}

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    nextTick(() => this.emit('abort'));
    this.destroy();
  }

  _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.socket.destroy();
    const hangUp = this.#response === null && !error ? hungUp() : error;
    if (this.#response !== null && !this.#response.complete) this.#response.destroy(error ?? nodeError(Error, 'ECONNRESET', 'aborted'));
    done(hangUp);
  }

  protected override startLine(): string {
    return `${this.method} ${this.path} HTTP/1.1`;
  }

  protected override mayHaveBody(): boolean {
    return (
      !WITHOUT_BODY.has(this.method) || this.writableLength > 0 || this.hasHeader('content-length') || this.hasHeader('transfer-encoding')
    );
  }

  protected override sent(): void {}

  #listen(socket: Socket): void {
    socket.on('data', (bytes: Buffer) => {
      try {
        this.#parser.push(bytes);
      } catch (error) {
        this.destroy(error as Error);
      }
    });
    socket.on('end', () => this.#ended());
    socket.on('error', (error: Error) => {
      // After the response is whole, the connection is nobody's.
      if (!this.#parser.isDone) this.destroy(error);
    });
    socket.on('close', () => this.#ended());
  }

  /** The server sends no more. */
  #ended(): void {
    if (this.destroyed || this.#parser.end()) return;
    this.destroy(this.#response === null ? hungUp() : nodeError(Error, 'ECONNRESET', 'aborted'));
  }

  #responseParser(): MessageParser {
    return new MessageParser('response', {
      head: (head) => {
        const response = new IncomingMessage(this.socket, head);
        this.#response = response;
        if (!this.emit('response', response)) response.resume();
        return mayHaveBody(response.statusCode ?? 0, this.method);
      },
      body: (bytes) => void this.#response?.push(bytes),
      done: () => {
        const response = this.#response as IncomingMessage;
        response.complete = true;
        response.push(null);
        this.socket.end();
        nextTick(() => this.emit('close'));
      },
    });
  }

  #obey(signal: RealmAbortSignal): void {
    const abort = (): void => {
      const error = new Error('The operation was aborted', { cause: signal.reason });
      this.destroy(Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' }));
    };
    if (signal.aborted) nextTick(abort);
    else signal.addEventListener('abort', abort, { once: true });
  }
}

/** `request(url | options[, options][, onResponse])` */
export function request(...args: unknown[]): ClientRequest {
  const onResponse = typeof args.at(-1) === 'function' ? (args.at(-1) as OnResponse) : undefined;
  const parts = args.filter((arg) => typeof arg !== 'function').map((arg) => (isUrl(arg) ? fromUrl(arg) : (arg as RequestOptions)));
  return new ClientRequest(Object.assign({}, ...parts) as RequestOptions, onResponse);
}

export function get(...args: unknown[]): ClientRequest {
  return request(...args).end();
}

function isUrl(value: unknown): value is string | RealmUrl {
  return typeof value === 'string' || value instanceof realm.URL;
}

function fromUrl(url: string | RealmUrl): RequestOptions {
  const { protocol, hostname, port, pathname, search, username, password } = typeof url === 'string' ? new realm.URL(url) : url;
  const auth = username === '' ? {} : { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` };
  return { protocol, hostname, port, path: pathname + search, ...auth };
}

function hostOf({ host, hostname }: RequestOptions): string {
  return (hostname || host || 'localhost').replace(/^\[|\]$/g, '');
}

function hungUp(): Error {
  return nodeError(Error, 'ECONNRESET', 'socket hang up');
}
