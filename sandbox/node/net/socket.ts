/** `net.Socket`: a duplex stream over one end of a simulated connection. */
import { currentProcess, type Endpoint, type EndpointHandler, type SystemError } from '../../engine/process.ts';
import { bufferOver } from '../buffer.ts';
import { nextTick } from '../process.ts';
import { type Callback, Duplex } from '../stream.ts';
import { Timeout } from '../timers.ts';
import { type ConnectOptions, connectArguments, isIP } from './address.ts';
import { Callbacks } from './callbacks.ts';
import { networkError } from './system-error.ts';

export interface SocketOptions {
  readonly allowHalfOpen?: boolean;
  readonly highWaterMark?: number;
}

interface Chunk {
  readonly chunk: Uint8Array;
}

export class Socket extends Duplex {
  connecting = false;
  bytesRead = 0;
  bytesWritten = 0;
  timeout: number | undefined = undefined;
  #endpoint: Endpoint | null = null;
  /** The other side closed the connection: what is still written fails with EPIPE. */
  #isGone = false;
  #isRef = true;
  /** Whether the write that goes on has no callback. */
  #isUntold = false;
  declare readonly _writableState: {
    sync: boolean;
    readonly needDrain: boolean;
    readonly ending: boolean;
    readonly buffered: readonly unknown[];
  };
  /** Bytes received that the reader has not made room for yet. */
  #untakenByteCount = 0;
  #timer: Timeout | null = null;
  readonly #whenOpen = new Callbacks();
  readonly #whenRoom = new Callbacks();

  constructor(options: SocketOptions = {}) {
    super({ ...options, allowHalfOpen: options.allowHalfOpen === true, emitClose: false, autoDestroy: true, decodeStrings: true });
  }

  connect(...args: unknown[]): this {
    const { options, listener } = connectArguments(args);
    if (listener !== undefined) this.once('connect', listener);
    if (options.timeout !== undefined) this.setTimeout(options.timeout);
    this.connecting = true;
    this.#endpoint = currentProcess().connect(hostOf(options), options.port, this.#handler());
    if (!this.#isRef) this.#endpoint.setRef(false);
    return this;
  }

  get remoteAddress(): string | undefined {
    return this.#openEndpoint()?.remoteAddress;
  }

  get remotePort(): number | undefined {
    return this.#openEndpoint()?.remotePort;
  }

  get remoteFamily(): string | undefined {
    return this.#openEndpoint() === null ? undefined : 'IPv4';
  }

  get localAddress(): string | undefined {
    return this.#openEndpoint() === null ? undefined : '127.0.0.1';
  }

  get localPort(): number | undefined {
    return this.#openEndpoint()?.localPort;
  }

  get pending(): boolean {
    return this.#endpoint === null || this.connecting;
  }

  get readyState(): 'opening' | 'open' | 'readOnly' | 'writeOnly' | 'closed' {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable) return 'readOnly';
    return this.writable ? 'writeOnly' : 'closed';
  }

  get bufferSize(): number {
    return this.writableLength;
  }

  address(): { address: string; family: string; port: number } | object {
    const port = this.localPort;
    return port === undefined ? {} : { address: '127.0.0.1', family: 'IPv4', port };
  }

  /** Emits `timeout` after so long without traffic; the connection stays as it is. 0 turns it off. */
  setTimeout(delayMs: number, listener?: () => void): this {
    this.timeout = delayMs;
    this.#timer?.close();
    this.#timer = delayMs === 0 ? null : new Timeout(() => this.emit('timeout'), delayMs, [], false, false);
    if (!this.#isRef) this.#timer?.unref();
    if (listener !== undefined) {
      if (delayMs === 0) this.removeListener('timeout', listener);
      else this.once('timeout', listener);
    }
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#isRef = true;
    this.#endpoint?.setRef(true);
    this.#timer?.ref();
    return this;
  }

  unref(): this {
    this.#isRef = false;
    this.#endpoint?.setRef(false);
    this.#timer?.unref();
    return this;
  }

  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', () => this.destroy());
  }

  resetAndDestroy(): this {
    return this.destroy();
  }

  /** For a server: takes over the end of a connection that was accepted. */
  accepted(endpoint: Endpoint, opened: () => void): EndpointHandler {
    this.#endpoint = endpoint;
    return { ...this.#handler(), opened };
  }

  _read(): void {
    if (this.#untakenByteCount === 0) return;
    this.#endpoint?.consumed(this.#untakenByteCount);
    this.#untakenByteCount = 0;
  }

  /** Notes whether anybody is to be told of the end of this write; see `#endAtOnceIfUntold`. */
  override write(chunk: unknown, encoding?: string | Callback, done?: Callback): boolean {
    this.#isUntold = typeof encoding !== 'function' && done === undefined;
    try {
      return super.write(chunk, encoding, done);
    } finally {
      this.#isUntold = false;
    }
  }

  _write(chunk: Uint8Array, _encoding: string, done: Callback): void {
    this.#endAtOnceIfUntold();
    if (this.connecting) this.#whenOpen.add((error) => (error ? done(error) : this.#send([chunk], done)));
    else this.#send([chunk], done);
  }

  /** Chunk by chunk, so that each keeps the position it was made at. */
  _writev(chunks: readonly Chunk[], done: Callback): void {
    const all = chunks.map(({ chunk }) => chunk);
    if (this.connecting) this.#whenOpen.add((error) => (error ? done(error) : this.#send(all, done)));
    else this.#send(all, done);
  }

  _final(done: Callback): void {
    if (this.connecting) {
      this.#whenOpen.add((error) => (error ? done(error) : this._final(done)));
      return;
    }
    this.#endpoint?.end();
    done();
  }

  _destroy(error: Error | null, done: Callback): void {
    this.connecting = false;
    this.#timer?.close();
    this.#timer = null;
    this.#endpoint?.destroy();
    this.#isGone = true;
    this.#whenOpen.settle(error ?? closedError);
    this.#whenRoom.settle(error ?? closedError);
    done(error);
    nextTick(() => this.emit('close', error !== null && error !== undefined));
  }

  /**
   * A stream tells the end of a write in a tick of its own, after which the kernel has to settle once more. A write of which
   * nobody is told, that empties no full buffer and ends nothing, can end within the call (`onwrite` in readable-stream's
   * writable.js): nothing of the program could notice, and half of all settling is spared.
   */
  #endAtOnceIfUntold(): void {
    const state = this._writableState;
    if (this.#isUntold && !state.needDrain && !state.ending && state.buffered.length === 0) state.sync = false;
  }

  #openEndpoint(): Endpoint | null {
    return this.connecting || this.destroyed ? null : this.#endpoint;
  }

  #send(chunks: readonly Uint8Array[], done: Callback): void {
    const endpoint = this.#endpoint;
    if (endpoint === null || this.#isGone) {
      done(networkError({ code: 'EPIPE', syscall: 'write', address: '', port: 0 }));
      return;
    }
    this.#timer?.refresh();
    for (let index = 0; index < chunks.length - 1; index += 1) this.#transfer(endpoint, chunks[index] as Uint8Array, nothing);
    const last = chunks.at(-1);
    if (last === undefined) done();
    else this.#transfer(endpoint, last, this.#whenRoom.once(done));
  }

  #transfer(endpoint: Endpoint, bytes: Uint8Array, done: () => void): void {
    this.bytesWritten += bytes.length;
    endpoint.write(bytes, done);
  }

  #handler(): EndpointHandler {
    return {
      opened: () => this.#opened(),
      received: (bytes) => this.#received(bytes),
      ended: () => this.#ended(),
      closed: (error) => this.#closed(error),
    };
  }

  #opened(): void {
    if (this.destroyed) return;
    this.connecting = false;
    this.#timer?.refresh();
    this.#whenOpen.settle(null);
    this.emit('connect');
    this.emit('ready');
  }

  #received(bytes: Uint8Array): void {
    if (this.destroyed) return;
    this.#timer?.refresh();
    this.bytesRead += bytes.length;
    this.#untakenByteCount += bytes.length;
    if (this.push(bufferOver(bytes))) this._read();
  }

  #ended(): void {
    if (this.destroyed) return;
    this.push(null);
    // Nobody may be reading: the end has to be noticed all the same.
    if (!this.readableEnded && this.readableFlowing === null) this.read(0);
  }

  #closed(error: SystemError | null): void {
    if (this.destroyed) return;
    if (error !== null) {
      this.destroy(networkError(error));
      return;
    }
    this.#isGone = true;
    this.#whenRoom.settle(networkError({ code: 'EPIPE', syscall: 'write', address: '', port: 0 }));
  }
}

function hostOf({ host }: ConnectOptions): string {
  if (host === undefined || host === '') return 'localhost';
  return isIP(host) === 6 && host === '::1' ? 'localhost' : host;
}

function closedError(): Error {
  return Object.assign(new Error('Socket closed before the connection was established'), { code: 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION' });
}

function nothing(): void {}
