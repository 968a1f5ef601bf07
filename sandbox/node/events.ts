/** `node:events`: the npm package `events`, completed with what Node has added since. */
/// <reference path="./npm.d.ts" />
import npmEmitter from 'events/events.js';
import type { RealmAbortSignal } from './realm.ts';

const NpmEmitter = npmEmitter as typeof EventEmitter;

export type EventName = string | symbol;
export type Listener = (...args: never[]) => void;

/** Only what the sandbox's own code calls; the class itself is the package's. */
export declare class EventEmitter {
  static defaultMaxListeners: number;
  static EventEmitter: typeof EventEmitter;
  static errorMonitor: symbol;
  on(name: EventName, listener: Listener): this;
  addListener(name: EventName, listener: Listener): this;
  prependListener(name: EventName, listener: Listener): this;
  once(name: EventName, listener: Listener): this;
  off(name: EventName, listener: Listener): this;
  removeListener(name: EventName, listener: Listener): this;
  removeAllListeners(name?: EventName): this;
  emit(name: EventName, ...args: unknown[]): boolean;
  listenerCount(name: EventName): number;
  listeners(name: EventName): Listener[];
  setMaxListeners(count: number): this;
}

interface Options {
  readonly signal?: RealmAbortSignal;
}

const errorMonitor = Symbol.for('events.errorMonitor');

/** Resolves with the arguments of the next `name`; rejects with an `error` that comes first. */
export function once(emitter: EventEmitter, name: EventName, options: Options = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) return reject(abortError(signal));
    const settled = (): void => {
      emitter.removeListener(name, happened);
      emitter.removeListener('error', failed);
      signal?.removeEventListener('abort', aborted);
    };
    const happened = (...args: unknown[]): void => {
      settled();
      resolve(args);
    };
    const failed = (error: unknown): void => {
      settled();
      reject(error);
    };
    const aborted = (): void => failed(abortError(signal as RealmAbortSignal));
    emitter.once(name, happened);
    if (name !== 'error') emitter.once('error', failed);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}

/** Iterates over the arguments of every `name`, in order, until the loop is left, an `error` comes or the signal aborts. */
export async function* on(emitter: EventEmitter, name: EventName, options: Options = {}): AsyncGenerator<unknown[], void> {
  const waiting: unknown[][] = [];
  let failure: { error: unknown } | null = null;
  let wake = (): void => {};
  const happened = (...args: unknown[]): void => {
    waiting.push(args);
    wake();
  };
  const failed = (error: unknown): void => {
    failure = { error };
    wake();
  };
  const aborted = (): void => failed(abortError(options.signal as RealmAbortSignal));
  if (options.signal?.aborted) throw abortError(options.signal);
  emitter.on(name, happened);
  if (name !== 'error') emitter.on('error', failed);
  options.signal?.addEventListener('abort', aborted, { once: true });
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift() as unknown[];
      if (failure !== null) throw (failure as { error: unknown }).error;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    emitter.removeListener(name, happened);
    emitter.removeListener('error', failed);
    options.signal?.removeEventListener('abort', aborted);
  }
}

function abortError(signal: RealmAbortSignal): Error {
  return Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' });
}

/** Listeners of `errorMonitor` hear an error before those of `error` do, also when nobody else listens. */
function monitored(emit: EventEmitter['emit']): EventEmitter['emit'] {
  return function (this: EventEmitter, ...args: Parameters<EventEmitter['emit']>): boolean {
    if (args[0] === 'error' && this.listenerCount(errorMonitor) > 0) emit.call(this, errorMonitor, ...args.slice(1));
    return emit.apply(this, args);
  };
}

NpmEmitter.prototype.emit = monitored(NpmEmitter.prototype.emit);

/** The module's value: the class with everything else on it, as in Node. */
export const events = Object.assign(NpmEmitter, {
  EventEmitter: NpmEmitter,
  once,
  on,
  errorMonitor,
  captureRejectionSymbol: Symbol.for('nodejs.rejection'),
  getEventListeners: (emitter: EventEmitter, name: EventName) => emitter.listeners(name),
  listenerCount: (emitter: EventEmitter, name: EventName) => emitter.listenerCount(name),
  setMaxListeners(count: number, ...emitters: EventEmitter[]) {
    if (emitters.length === 0) NpmEmitter.defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners(count);
  },
});
