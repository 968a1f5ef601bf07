/** The allowed globals: what a realm keeps once it is locked, and the sentences for the names a learner may miss. */
import type { RealmLock } from './lock-realm.ts';

/** The language itself, and the few names beyond it that Node has too and that reach neither time, chance nor the outside. */
export const ALLOWED_GLOBALS: ReadonlySet<string> = new Set([
  'globalThis',
  'undefined',
  'NaN',
  'Infinity',
  'Object',
  'Function',
  'eval',
  'Array',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Date',
  'Promise',
  'RegExp',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Reflect',
  'Proxy',
  'Intl',
  'Iterator',
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SuppressedError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DisposableStack',
  'AsyncDisposableStack',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'escape',
  'unescape',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'atob',
  'btoa',
]);

const OUTSIDE = 'a cell reaches only its own processes and brokers, through their clients.';
const STORAGE = 'a cell keeps nothing in the browser. Keep what must survive in a broker, or in #course/shop.';
const THREADS = 'each process of a cell runs on one thread. Add a process to the cell instead.';
const CHANCE = 'when it acts depends on the real machine, so that no run could be repeated.';
const PAGE = 'a cell has no page. Print with console.log.';

/** Why a name is not there, by name. The injected globals (`setTimeout`, `Date`, `fetch` and so on) never get here. */
const REASONS: Readonly<Record<string, string>> = {
  ...each(
    OUTSIDE,
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'XMLHttpRequest',
    'EventSource',
    'RTCPeerConnection',
    'Request',
    'Response',
  ),
  ...each(STORAGE, 'indexedDB', 'IDBFactory', 'caches', 'localStorage', 'sessionStorage', 'cookieStore', 'webkitRequestFileSystem'),
  ...each(THREADS, 'Worker', 'SharedWorker', 'SharedArrayBuffer', 'Atomics', 'BroadcastChannel', 'MessageChannel', 'MessagePort'),
  ...each(CHANCE, 'WeakRef', 'FinalizationRegistry', 'requestAnimationFrame', 'requestIdleCallback', 'scheduler'),
  ...each(
    CHANCE,
    'CompressionStream',
    'DecompressionStream',
    'ReadableStream',
    'WritableStream',
    'TransformStream',
    'Blob',
    'File',
    'FileReader',
  ),
  ...each('code that is not JavaScript could not be metered.', 'WebAssembly'),
  // Not `document`: libraries ask `typeof document`, and a getter that throws would answer them.
  ...each(PAGE, 'parent', 'top', 'opener', 'frames', 'alert', 'prompt', 'confirm', 'open'),
  ...each(
    PAGE,
    'addEventListener',
    'removeEventListener',
    'dispatchEvent',
    'EventTarget',
    'Notification',
    'OffscreenCanvas',
    'createImageBitmap',
  ),
};

/** The lock of both hosts. */
export const CELL_LOCK: RealmLock = {
  keep: ALLOWED_GLOBALS,
  refuse: Object.fromEntries(
    Object.entries(REASONS).map(([name, reason]) => [name, `${name} of the browser is not available in a cell: ${reason}`]),
  ),
};

function each(reason: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
