/** `net.Server`: accepts connections at a port of the simulated network. */
import { currentProcess, type Listener, type SystemError } from '../../engine/process.ts';
import { nodeError } from '../errors.ts';
import { events } from '../events.ts';
import { nextTick } from '../process.ts';
import { portNumber } from './address.ts';
import { Socket, type SocketOptions } from './socket.ts';
import { networkError } from './system-error.ts';

export class Server extends events {
  maxConnections: number | undefined = undefined;
  readonly #options: SocketOptions;
  readonly #sockets = new Set<Socket>();
  #listener: Listener | null = null;
  #isRef = true;
  #isClosing = false;

  constructor(options?: SocketOptions | ((socket: Socket) => void), onConnection?: (socket: Socket) => void) {
    super();
    this.#options = typeof options === 'object' ? options : {};
    const listener = typeof options === 'function' ? options : onConnection;
    if (listener !== undefined) this.on('connection', listener);
  }

  get listening(): boolean {
    return this.#listener !== null;
  }

  /** `listen(port | {port}[, host][, backlog][, listener])` */
  listen(...args: unknown[]): this {
    const last = args.at(-1);
    if (typeof last === 'function') this.once('listening', last as () => void);
    const [first] = args;
    const port = typeof first === 'object' && first !== null ? (first as { port?: unknown }).port : first;
    if (this.#listener !== null)
      throw nodeError(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
    this.#open(typeof port === 'function' || port === undefined ? 0 : portNumber(port));
    return this;
  }

  address(): { address: string; family: string; port: number } | null {
    return this.#listener === null ? null : { address: '::', family: 'IPv6', port: this.#listener.port };
  }

  /** Takes no new connections; `close` comes when the last one is gone. */
  close(done?: (error?: Error) => void): this {
    if (done !== undefined) {
      if (this.#listener === null) this.once('close', () => done(nodeError(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.')));
      else this.once('close', () => done());
    }
    this.#listener?.close();
    this.#listener = null;
    this.#isClosing = true;
    this.#closeIfDone();
    return this;
  }

  getConnections(done: (error: null, count: number) => void): this {
    nextTick(() => done(null, this.#sockets.size));
    return this;
  }

  /** Drops all connections that the server has accepted. */
  closeAllConnections(): void {
    for (const socket of [...this.#sockets]) socket.destroy();
  }

  ref(): this {
    this.#isRef = true;
    this.#listener?.setRef(true);
    return this;
  }

  unref(): this {
    this.#isRef = false;
    this.#listener?.setRef(false);
    return this;
  }

  #open(port: number): void {
    try {
      this.#listener = currentProcess().listen(port, (endpoint) => {
        const socket = new Socket(this.#options);
        return socket.accepted(endpoint, () => this.#accept(socket));
      });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      nextTick(() => this.emit('error', networkError(error)));
      return;
    }
    this.#isClosing = false;
    if (!this.#isRef) this.#listener.setRef(false);
    nextTick(() => this.emit('listening'));
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#closeIfDone();
    });
    this.emit('connection', socket);
  }

  #closeIfDone(): void {
    if (!this.#isClosing || this.#sockets.size > 0) return;
    this.#isClosing = false;
    nextTick(() => this.emit('close'));
  }
}

function isSystemError(error: unknown): error is SystemError {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'syscall' in error && 'code' in error;
}
