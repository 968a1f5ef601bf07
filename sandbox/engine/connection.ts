/** A connection: two ends, bytes in order both ways, each event's bytes as one segment. */
import type { SourceLine } from '../trace/event.ts';
import type { Endpoint, SystemError } from './process.ts';
import type { RandomStream } from './random.ts';
import type { VirtualProcess } from './virtual-process.ts';

/** Who listens at one end: a process's socket or a broker's session. */
export interface EndHandler {
  opened(): void;
  received(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined): void;
  ended(): void;
  closed(error: SystemError | null): void;
  /** The owner itself dropped the connection. */
  destroyed?(): void;
}

/** A byte of the segment from which on the bytes were made by one line. */
interface SourceMark {
  readonly offset: number;
  readonly source: SourceLine | undefined;
}

/** What connections ask of the network. */
export interface Wire {
  /**
   * Runs `arrive` at the other end once `byteCount` bytes have left and the link's latency is over, in order, and not while the
   * hosts are cut off.
   */
  transmit(from: ConnectionEnd, arrive: () => void, byteCount?: number): void;
  /** Will call `flush` when the running event is over. */
  flushLater(end: ConnectionEnd): void;
  /** Runs `callback` as an event of the end's owner, now. */
  soon(end: ConnectionEnd, callback: () => void): void;
  forget(end: ConnectionEnd): void;
  /** Whether a fault takes the bytes that the end sends now. */
  loses(end: ConnectionEnd): boolean;
  recordClosed(end: ConnectionEnd, said: string): void;
}

/** So many bytes may be on their way or unread before a writer has to wait: a socket buffer. */
export const WINDOW_BYTES = 65_536;

export class ConnectionEnd implements Endpoint {
  readonly id: string;
  readonly isClient: boolean;
  /** The process or broker at this end. */
  readonly name: string;
  /** The process that owns this end; null for a broker. */
  readonly owner: VirtualProcess | null;
  readonly host: string;
  /** Known for sure once the connection is accepted. */
  remoteHost: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress = '127.0.0.1';
  readonly random: RandomStream;
  peer: ConnectionEnd | null = null;
  handler: EndHandler;
  state: 'connecting' | 'open' | 'closed' = 'connecting';
  /** When the segment sent last will arrive: later ones do not overtake it. */
  lastArrivalMicros = 0;
  /** When the last byte of the segment sent last has left: the next segment leaves after it. */
  lineFreeMicros = 0;
  /** What this end has sent and the other has not received yet, in order. */
  readonly inTransit: (() => void)[] = [];
  readonly #wire: Wire;
  #chunks: Uint8Array[] = [];
  #marks: SourceMark[] = [];
  #pendingBytes = 0;
  #outstandingBytes = 0;
  #writers: (() => void)[] = [];
  #finSent = false;
  #finWanted = false;
  #ref = false;

  constructor(
    wire: Wire,
    place: {
      id: string;
      isClient: boolean;
      name: string;
      owner: VirtualProcess | null;
      host: string;
      remoteHost: string;
      localPort: number;
      remotePort: number;
      random: RandomStream;
    },
    handler: EndHandler,
  ) {
    this.#wire = wire;
    this.id = place.id;
    this.isClient = place.isClient;
    this.name = place.name;
    this.owner = place.owner;
    this.host = place.host;
    this.remoteHost = place.remoteHost;
    this.localPort = place.localPort;
    this.remotePort = place.remotePort;
    this.random = place.random;
    this.handler = handler;
    this.setRef(true);
  }

  write(bytes: Uint8Array, done: () => void): void {
    if (this.state === 'closed' || this.#finSent || this.owner?.alive === false) return;
    if (bytes.length > 0) this.#queue(bytes);
    if (this.#outstandingBytes + this.#pendingBytes < WINDOW_BYTES) done();
    else this.#writers.push(done);
  }

  end(): void {
    if (this.state === 'closed' || this.#finSent) return;
    if (this.state === 'connecting') {
      this.#finWanted = true;
      return;
    }
    this.flush();
    this.#finSent = true;
    const peer = this.peer;
    if (peer !== null) this.#wire.transmit(this, () => peer.state === 'open' && peer.handler.ended());
  }

  destroy(): void {
    if (this.state === 'closed') return;
    this.flush();
    const peer = this.peer;
    const wasEnded = this.#finSent;
    this.#close('closed by this side');
    this.handler.destroyed?.();
    if (peer !== null) {
      this.#wire.transmit(this, () => {
        if (peer.state !== 'open') return;
        if (!wasEnded) peer.handler.ended();
        peer.finish(null, 'closed by the other side');
      });
    }
  }

  consumed(byteCount: number): void {
    const peer = this.peer;
    if (peer === null) return;
    peer.#outstandingBytes -= byteCount;
    if (peer.#writers.length === 0 || peer.#outstandingBytes >= WINDOW_BYTES) return;
    const writers = peer.#writers;
    peer.#writers = [];
    this.#wire.transmit(this, () => {
      for (const done of writers) done();
    });
  }

  setRef(ref: boolean): void {
    if (ref === this.#ref || this.owner === null) return;
    this.#ref = ref;
    this.owner.countHandle(ref ? 1 : -1);
  }

  /** The connection is there: what was written meanwhile goes on its way. */
  open(): void {
    this.state = 'open';
    this.handler.opened();
    if (this.#pendingBytes > 0) this.#wire.flushLater(this);
    if (this.#finWanted) this.end();
  }

  /** Sends what the event that is over has written. */
  flush(): void {
    if (this.#pendingBytes === 0 || this.state === 'connecting') return;
    const bytes = this.#chunks.length === 1 ? (this.#chunks[0] as Uint8Array) : joined(this.#chunks, this.#pendingBytes);
    const marks = this.#marks;
    this.#outstandingBytes += this.#pendingBytes;
    this.#chunks = [];
    this.#marks = [];
    this.#pendingBytes = 0;
    const peer = this.peer;
    if (peer === null || this.state !== 'open') return;
    if (this.#wire.loses(this)) {
      this.reset('its bytes were lost and the connection was reset');
      return;
    }
    this.#wire.transmit(
      this,
      () => {
        if (peer.state !== 'open') return;
        if (peer.owner === null) peer.consumed(bytes.length);
        peer.handler.received(bytes, (offset) => sourceAt(marks, offset));
      },
      bytes.length,
    );
  }

  /** Tells both owners that the connection was reset; what is on its way is lost. */
  reset(said: string): void {
    for (const end of [this, this.peer]) {
      if (end === null || end.state === 'closed') continue;
      const error: SystemError = { code: 'ECONNRESET', syscall: 'read', address: end.remoteAddress, port: end.remotePort };
      this.#wire.soon(end, () => end.finish(error, said));
      end.peer = null;
    }
  }

  /** Closes this end and tells its owner. */
  finish(error: SystemError | null, said: string): void {
    if (this.state === 'closed') return;
    this.#close(said);
    this.handler.closed(error);
  }

  #close(said: string): void {
    if (this.isClient) this.#wire.recordClosed(this, said);
    this.state = 'closed';
    this.setRef(false);
    this.#writers = [];
    this.#wire.forget(this);
  }

  #queue(bytes: Uint8Array): void {
    if (this.#pendingBytes === 0) this.#wire.flushLater(this);
    const position = (bytes as { madeAt?: number }).madeAt;
    const source = this.owner?.sourceOf(position === undefined || position === 0 ? this.owner.position() : position);
    this.#marks.push({ offset: this.#pendingBytes, source });
    this.#chunks.push(bytes);
    this.#pendingBytes += bytes.length;
  }
}

function joined(chunks: readonly Uint8Array[], byteCount: number): Uint8Array {
  const all = new Uint8Array(byteCount);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function sourceAt(marks: readonly SourceMark[], offset: number): SourceLine | undefined {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle] as SourceMark).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return marks[low]?.source;
}
