/** `node:process`: the global `process`, standing for whichever process runs. */
import { currentProcess, hasCurrentProcess } from '../engine/process.ts';
import { nodeError, refused } from './errors.ts';
import { type EventEmitter, type EventName, events } from './events.ts';
import { writeOutput } from './output.ts';
import { perProcess } from './per-process.ts';
import { emitWarning } from './warnings.ts';

export const NODE_VERSION = 'v24.21.0';

interface ProcessState {
  readonly emitter: EventEmitter;
  readonly env: Record<string, string>;
  readonly startedAtMicros: number;
}

const processState = perProcess<ProcessState>((process) => {
  const emitter = new events();
  process.onExit((code) => emitter.emit('exit', code));
  // Node asks 'unhandledRejection' first and turns what nobody handles there into an uncaught exception (doc: Event 'unhandledRejection').
  process.onUncaught((cause, error) => {
    if (cause === 'unhandledRejection' && emitter.emit(cause, error)) return true;
    return emitter.emit('uncaughtException', error, cause);
  });
  return { emitter, env: { ...process.env }, startedAtMicros: process.readClockMicros() };
});

/** The current process starts now: `process.uptime()` and `performance.now()` count from here. */
export function beginProcess(): void {
  processState();
}

/** Milliseconds since the current process was started, with microseconds as the fraction. */
export function uptimeMs(): number {
  const { startedAtMicros } = processState();
  return (currentProcess().readClockMicros() - startedAtMicros) / 1000;
}

/** Tells the listeners of the process; says whether anybody listened. */
function emitToProcess(name: string, ...args: unknown[]): boolean {
  return processState().emitter.emit(name, ...args);
}

const noMemory = { rss: 67_108_864, heapTotal: 33_554_432, heapUsed: 16_777_216, external: 1_048_576, arrayBuffers: 65_536 };

function hrtime(before?: readonly [number, number]): [number, number] {
  const micros = currentProcess().readClockMicros();
  const seconds = Math.floor(micros / 1e6);
  const nanos = (micros % 1e6) * 1000;
  if (before === undefined) return [seconds, nanos];
  const borrowed = nanos < before[1];
  return borrowed ? [seconds - before[0] - 1, nanos - before[1] + 1e9] : [seconds - before[0], nanos - before[1]];
}
hrtime.bigint = (): bigint => BigInt(currentProcess().readClockMicros()) * 1000n;

function output(stream: 'stdout' | 'stderr', fd: number): object {
  return {
    fd,
    isTTY: false,
    writable: true,
    columns: 80,
    write(chunk: unknown, encodingOrDone?: unknown, done?: () => void): boolean {
      writeOutput(stream, String(chunk));
      const callback = typeof encodingOrDone === 'function' ? (encodingOrDone as () => void) : done;
      if (callback !== undefined) currentProcess().nextTick(callback);
      return true;
    },
    on(): object {
      return this;
    },
    once(): object {
      return this;
    },
  };
}

/** `process.nextTick(callback, ...args)` */
export function nextTick(callback: (...args: never[]) => unknown, ...args: unknown[]): void {
  if (typeof callback !== 'function') {
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `The "callback" argument must be of type function. Received ${String(callback)}`);
  }
  const work = callback as (...args: unknown[]) => unknown;
  currentProcess().nextTick(args.length === 0 ? (work as () => void) : () => void work(...args));
}

/** One object for the realm; whatever differs between processes is looked up at each use. */
export const virtualProcess = {
  title: 'node',
  version: NODE_VERSION,
  versions: { node: NODE_VERSION.slice(1) },
  platform: 'linux',
  arch: 'x64',
  release: { name: 'node', lts: 'Krypton' },
  execPath: '/usr/bin/node',
  execArgv: [] as string[],
  features: {},
  config: {},
  nextTick,
  hrtime,
  stdout: output('stdout', 1),
  stderr: output('stderr', 2),
  stdin: { fd: 0, isTTY: false, on: () => virtualProcess.stdin, once: () => virtualProcess.stdin, resume: () => {}, setEncoding: () => {} },
  get pid() {
    return currentProcess().pid;
  },
  get ppid() {
    return 1;
  },
  get env() {
    return hasCurrentProcess() ? processState().env : NO_ENVIRONMENT;
  },
  get argv() {
    return ['/usr/bin/node', `/app/${currentProcess().name}`];
  },
  get exitCode() {
    return currentProcess().exitCode;
  },
  set exitCode(code: number | undefined) {
    currentProcess().exitCode = code;
  },
  exit(code?: number): never {
    const process = currentProcess();
    return process.exit(code ?? process.exitCode ?? 0);
  },
  abort(): never {
    return currentProcess().exit(134);
  },
  kill(pid: number, signal: unknown = 'SIGTERM'): boolean {
    if (pid !== currentProcess().pid)
      throw refused('process.kill', 'a process can only signal itself. Use a fault of the cell to end another one.');
    if (signal !== 0 && !emitToProcess(String(signal), signal)) currentProcess().exit(signal === 'SIGKILL' ? 137 : 143);
    return true;
  },
  uptime: () => uptimeMs() / 1000,
  cwd: () => '/app',
  chdir: () => {},
  umask: () => 0o22,
  memoryUsage: Object.assign(() => ({ ...noMemory }), { rss: () => noMemory.rss }),
  cpuUsage: () => ({ user: currentProcess().readClockMicros(), system: 0 }),
  emitWarning(warning: string | Error, nameOrOptions?: string | { type?: string }): void {
    const error = typeof warning === 'string' ? new Error(warning) : warning;
    const given = typeof nameOrOptions === 'string' ? nameOrOptions : nameOrOptions?.type;
    if (typeof warning === 'string') error.name = given ?? 'Warning';
    emitWarning(error.message, error.name);
    nextTick(() => emitToProcess('warning', error));
  },
  on: listening('on'),
  addListener: listening('on'),
  once: listening('once'),
  prependListener: listening('prependListener'),
  off: listening('removeListener'),
  removeListener: listening('removeListener'),
  removeAllListeners(name?: EventName): object {
    if (name === undefined) processState().emitter.removeAllListeners();
    else processState().emitter.removeAllListeners(name);
    return virtualProcess;
  },
  listenerCount: (name: EventName) => processState().emitter.listenerCount(name),
  listeners: (name: EventName) => processState().emitter.listeners(name),
  emit: (name: EventName, ...args: unknown[]) => processState().emitter.emit(name, ...args),
  setMaxListeners: () => virtualProcess,
};

/** While a bundle is loaded outside any process, as the libraries inside the machine are. */
const NO_ENVIRONMENT: Record<string, string> = {};

function listening(method: 'on' | 'once' | 'prependListener' | 'removeListener') {
  return (name: EventName, listener: (...args: never[]) => void): object => {
    processState().emitter[method](name, listener);
    return virtualProcess;
  };
}
