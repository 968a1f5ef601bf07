/** `http.Server` and `http.ServerResponse`. */
import { VirtualDate } from '../../engine/virtual-date.ts';
import type { Buffer } from '../buffer.ts';
import { nodeError } from '../errors.ts';
import { Server as NetServer } from '../net/server.ts';
import type { Socket } from '../net/socket.ts';
import { nextTick } from '../process.ts';
import { IncomingMessage } from './incoming.ts';
import { type OutgoingHeaders, OutgoingMessage } from './outgoing.ts';
import { type MessageHead, MessageParser } from './parser.ts';
import { mayHaveBody, STATUS_CODES } from './status.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage: string | undefined = undefined;
  sendDate = true;
  readonly req: IncomingMessage;
  readonly socket: Socket;
  readonly #whenSent: () => void;

  constructor(request: IncomingMessage, whenSent: () => void) {
    super();
    this.req = request;
    this.socket = request.socket;
    this.#whenSent = whenSent;
    this.once('finish', () => nextTick(() => this.emit('close')));
  }

  /** `writeHead(status[, message][, headers])` */
  writeHead(statusCode: number, message?: string | OutgoingHeaders, headers?: OutgoingHeaders): this {
    if (this.headersSent) throw nodeError(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
    if (!(statusCode >= 100 && statusCode <= 999)) {
      throw nodeError(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${statusCode}`);
    }
    this.statusCode = Math.trunc(statusCode);
    if (typeof message === 'string') this.statusMessage = message;
    const given = typeof message === 'object' ? message : headers;
    if (given !== undefined) this.setHeaders(given);
    return this;
  }

  writeContinue(): void {
    this.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
  }

  protected override startLine(): string {
    if (this.sendDate && !this.hasHeader('date')) this.setHeader('Date', new VirtualDate().toUTCString());
    if (!this.hasHeader('connection')) this.setHeader('Connection', keepsAlive(this.req) ? 'keep-alive' : 'close');
    return `HTTP/1.1 ${this.statusCode} ${this.statusMessage ?? STATUS_CODES[this.statusCode] ?? 'unknown'}`;
  }

  protected override mayHaveBody(): boolean {
    return mayHaveBody(this.statusCode, this.req.method ?? 'GET');
  }

  protected override sent(): void {
    if (this.getHeader('connection') === 'close') this.socket.end();
    this.#whenSent();
  }
}

export class Server extends NetServer {
  keepAliveTimeout = 5000;
  requestTimeout = 300_000;
  headersTimeout = 60_000;
  timeout = 0;
  /** For each connection, what closes it if it is between two requests. */
  readonly #closers = new Set<() => void>();

  constructor(options?: object | RequestListener, listener?: RequestListener) {
    super({ allowHalfOpen: true });
    const onRequest = typeof options === 'function' ? (options as RequestListener) : listener;
    if (onRequest !== undefined) this.on('request', onRequest);
    this.on('connection', (socket: Socket) => {
      const closeIfIdle = serve(this, socket);
      this.#closers.add(closeIfIdle);
      socket.once('close', () => this.#closers.delete(closeIfIdle));
    });
  }

  setTimeout(): this {
    return this;
  }

  /** Connections between two requests are closed by `close` too. */
  closeIdleConnections(): void {
    for (const closeIfIdle of this.#closers) closeIfIdle();
  }

  override close(done?: (error?: Error) => void): this {
    super.close(done);
    this.closeIdleConnections();
    return this;
  }
}

/** One request after the other: bytes of the next one wait until the response has been sent. Returns what closes an idle connection. */
function serve(server: Server, socket: Socket): () => void {
  let waiting: Buffer[] = [];
  let request: IncomingMessage | null = null;
  let isAnswering = false;
  let parser = nextParser();

  function nextParser(): MessageParser {
    return new MessageParser('request', {
      head(head) {
        request = begin(head);
        return true;
      },
      body: (bytes) => void request?.push(bytes),
      done() {
        if (request === null) return;
        request.complete = true;
        request.push(null);
      },
    });
  }

  function begin(head: MessageHead): IncomingMessage {
    const incoming = new IncomingMessage(socket, head);
    isAnswering = true;
    const response = new ServerResponse(incoming, answered);
    socket.once('close', () => {
      if (!response.writableFinished) response.destroy();
      if (!incoming.complete) incoming.destroy(nodeError(Error, 'ECONNRESET', 'aborted'));
    });
    if (incoming.headers['expect'] === '100-continue') response.writeContinue();
    if (!server.emit('request', incoming, response)) response.writeHead(404).end();
    return incoming;
  }

  function answered(): void {
    isAnswering = false;
    parser = nextParser();
    const bytes = waiting;
    waiting = [];
    for (const part of bytes) feed(part);
  }

  function feed(bytes: Buffer): void {
    if (isAnswering && parser.isDone) waiting.push(bytes);
    else {
      const rest = parser.push(bytes);
      if (rest.length > 0) feed(rest);
    }
  }

  socket.on('data', (bytes: Buffer) => {
    try {
      feed(bytes);
    } catch (error) {
      if (!server.emit('clientError', error, socket)) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    }
  });
  socket.on('end', () => socket.end());
  socket.on('error', () => socket.destroy());
  return () => {
    if (!isAnswering && parser.isUntouched) socket.end();
  };
}

function keepsAlive({ headers, httpVersion }: IncomingMessage): boolean {
  const asked = String(headers['connection'] ?? '').toLowerCase();
  return httpVersion === '1.1' ? asked !== 'close' : asked === 'keep-alive';
}
