/** The globals that cell code and client libraries get by injection, in the order of `INJECTED_GLOBALS`. */
import { currentProcess } from '../engine/process.ts';
import { INJECTED_GLOBALS, type InjectedGlobal } from '../engine/program.ts';
import { VirtualDate } from '../engine/virtual-date.ts';
import { virtualMath } from '../engine/virtual-math.ts';
import { Buffer } from './buffer.ts';
import { virtualConsole } from './console.ts';
import { webcrypto } from './crypto.ts';
import { invalidArgument } from './errors.ts';
import { fetch } from './fetch.ts';
import { performance } from './perf-hooks.ts';
import { beginProcess, virtualProcess } from './process.ts';
import { realm } from './realm.ts';
import { LEARNER_TIMERS, type TimerRules, timersWith } from './timers.ts';

/**
 * The values for one process: call it anew for every process, because what one of them assigns to `globalThis`, to
 * `console` or to `process` is its own.
 */
export function cellGlobals(): unknown[] {
  beginProcess();
  return globalsWithTimers(LEARNER_TIMERS);
}

/** The same for a copy of a library, with the library's own rules for timers (see sandbox/clients). */
export function globalsWithTimers(rules: TimerRules): unknown[] {
  return inOrder(globalsWith(rules));
}

type Globals = Record<InjectedGlobal, unknown>;

function globalsWith(rules: TimerRules): Globals {
  const virtualGlobal = Object.create(REALM_GLOBALS) as Globals;
  return Object.assign(virtualGlobal, {
    globalThis: virtualGlobal,
    global: virtualGlobal,
    console: { ...virtualConsole },
    process: Object.create(virtualProcess) as typeof virtualProcess,
    Buffer,
    ...timersWith(rules),
    queueMicrotask,
    structuredClone: realm.structuredClone,
    Date: VirtualDate,
    Math: virtualMath,
    performance,
    crypto: webcrypto,
    fetch,
  } satisfies Globals);
}

function inOrder(globals: Globals): unknown[] {
  return INJECTED_GLOBALS.map((name) => globals[name]);
}

function queueMicrotask(callback: () => void): void {
  if (typeof callback !== 'function') throw invalidArgument('callback', 'of type function', callback);
  const process = currentProcess();
  realm.queueMicrotask(() => {
    if (!process.alive) return;
    try {
      callback();
    } catch (error) {
      process.uncaught(error);
    }
  });
}

/** What `globalThis.…` finds besides the injected ones: the language itself and what workers and Node have in common. */
const SHARED_NAMES = [
  'AggregateError',
  'Array',
  'ArrayBuffer',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'Boolean',
  'DataView',
  'Error',
  'EvalError',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Intl',
  'Iterator',
  'JSON',
  'Map',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'RangeError',
  'ReferenceError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
  'URIError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'WeakMap',
  'WeakSet',
  'Infinity',
  'NaN',
  'undefined',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'escape',
  'unescape',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
];

const REALM_GLOBALS: object = Object.create(
  Object.prototype,
  Object.fromEntries(
    SHARED_NAMES.filter((name) => name in globalThis).map((name) => [
      name,
      { value: (globalThis as unknown as Record<string, unknown>)[name], writable: true, configurable: true, enumerable: false },
    ]),
  ),
) as object;
