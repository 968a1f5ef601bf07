/** A process of the run, as the node built-ins and course modules see it. */
import type { CrashCause, Happening, SourceLine } from '../trace/event.ts';

export interface Task {
  cancel(): void;
  /** Whether the task keeps its process alive, as `ref()` and `unref()` do in Node. */
  setRef(ref: boolean): void;
}

export interface TaskOptions {
  /** Does not keep the run alive. */
  readonly daemon?: boolean;
  /** Runs nothing of the program, resolves no promise and adds no tick: there is nothing to settle afterwards. */
  readonly quiet?: boolean;
  /** The delay counts from the start of the running event, not from now. */
  readonly fromEventStart?: boolean;
}

/** What one end of a connection is told. Every call happens as an event of the process that owns the end. */
export interface EndpointHandler {
  opened(): void;
  /** Bytes in order. The array is the handler's to keep. */
  received(bytes: Uint8Array): void;
  /** The other side ended its half (FIN). */
  ended(): void;
  /** The connection is gone. `error` is set when it was refused (ECONNREFUSED), reset (ECONNRESET) or timed out (ETIMEDOUT). Called once, last. */
  closed(error: SystemError | null): void;
}

export interface SystemError {
  readonly code: 'ECONNREFUSED' | 'ECONNRESET' | 'ETIMEDOUT' | 'ENOTFOUND' | 'EPIPE' | 'EADDRINUSE';
  readonly syscall: 'connect' | 'read' | 'write' | 'listen' | 'getaddrinfo';
  readonly address: string;
  readonly port: number;
}

/** One end of a connection, owned by a process. */
export interface Endpoint {
  readonly id: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
  /**
   * Sends bytes; those of one event travel as one segment. `done` is called (as an event of this process, or at once)
   * when there is room for more: a slow reader on the other side delays it.
   */
  write(bytes: Uint8Array, done: () => void): void;
  /** Ends this half (FIN) after what was written. */
  end(): void;
  /** Drops the connection at once; what is not yet on the wire is lost. */
  destroy(): void;
  /** Tells that the owner has taken so many received bytes, which makes room for the sender. */
  consumed(byteCount: number): void;
  /** Whether the open connection keeps its process alive. */
  setRef(ref: boolean): void;
}

export interface Listener {
  readonly port: number;
  close(): void;
  setRef(ref: boolean): void;
}

export interface Process {
  /** The identity of the run: what is kept by it is shared by all processes of the run and gone with it. */
  readonly run: object;
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly env: Readonly<Record<string, string>>;
  /** False from the instant of a crash or exit; nothing it still runs may have an effect. */
  readonly alive: boolean;
  /** Virtual microseconds since the run began, including what the running event has cost so far. Reading the clock costs about 2 µs. */
  readClockMicros(): number;
  /** Milliseconds since 1970 when the run begins. */
  readonly epochMs: number;
  /** Runs `callback` as an event of this process after `delayMicros`. */
  schedule(delayMicros: number, callback: () => void, options?: TaskOptions): Task;
  /** Node's order against promises: all ticks before microtasks, and again after them. */
  nextTick(callback: () => void): void;
  /** An even draw from [0, 1) of the process's own stream. */
  random(): number;
  /** Records an event of this process, with the learner's line that runs now. */
  record(happening: Happening): void;
  /** A new message id, unique in the run. */
  mintMessageId(): string;
  /** Reports an error that nobody caught: the process crashes as Node does. */
  uncaught(error: unknown): void;
  /** Marks the process dead at once and throws something that the kernel knows. */
  exit(code: number): never;
  /** Sets the exit code for when the process ends by itself. */
  exitCode: number | undefined;
  /** Calls `listener` when the process ends by itself or by `exit`, not when it crashes. */
  onExit(listener: (code: number) => void): void;
  /** Asks the handler about each error that nobody caught; true keeps the process alive. There is one handler. */
  onUncaught(handler: (cause: CrashCause, error: unknown) => boolean): void;
  connect(host: string, port: number, handler: EndpointHandler): Endpoint;
  /** Throws a SystemError with EADDRINUSE when the port is taken. */
  listen(port: number, accept: (endpoint: Endpoint) => EndpointHandler): Listener;
  /** Says that this process waits for something that is not a connection or timer (for the end of a run). Returns a function that ends the wait. */
  waitFor(what: string): () => void;
  /** The packed position (see `Meter.position`) of the learner's line that runs now, 0 if none. */
  position(): number;
  /** The learner's line of a position, for an event that comes later than the call that caused it. */
  sourceOf(position: number): SourceLine | undefined;
}

let current: Process | null = null;

/** The process whose code runs now. It stays right until the microtasks of an event have settled. */
export function currentProcess(): Process {
  if (current === null) throw new Error('No process is running: a virtual global was used outside a run.');
  return current;
}

export function hasCurrentProcess(): boolean {
  return current !== null;
}

/** For the kernel only. */
export function setCurrentProcess(process: Process | null): void {
  current = process;
}
