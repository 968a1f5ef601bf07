/** The program: compiled cell code and client bundles as classic scripts that register a factory. */

import type { SourceLine } from '../trace/event.ts';
import type { BrokerDefinition } from './broker.ts';
import type { BrokerKind } from './cell.ts';

/**
 * The globals that a factory gets as parameters, in this order, instead of the real ones. `$meter` and `require` come
 * first. Both the compiler (cell code) and the client bundler write factories with exactly these parameters.
 */
export const INJECTED_GLOBALS = [
  'globalThis',
  'global',
  'console',
  'process',
  'Buffer',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'queueMicrotask',
  'structuredClone',
  'Date',
  'Math',
  'performance',
  'crypto',
  'fetch',
] as const;

export type InjectedGlobal = (typeof INJECTED_GLOBALS)[number];

/** Names that must not be reachable: bound to undefined by every factory. */
export const HIDDEN_GLOBALS = ['self', 'window', 'postMessage', 'importScripts', 'onmessage', 'close', 'location', 'navigator'] as const;

/**
 * The step meter's side of a compiled cell. Markers set the current position and burn fuel inside the factory's own
 * closure; the kernel reads and grants through this.
 */
export interface Meter {
  /** `line + fileIndex * 1_000_000` of the marker passed last, 0 when no code of the learner is on the stack. */
  position(): number;
  clearPosition(): void;
  fuel(): number;
  grant(steps: number): void;
}

/**
 * A turn, that is a callback or what follows an `await`, burns so many steps more: the engine works for it too, and an
 * endless loop of promises must end as soon as one of statements.
 */
export const TURN_STEPS = 100;

/** What a factory gets as `$runtime`. */
export interface Runtime {
  /** The factory of a cell hands over its meter before anything else. */
  meter(meter: Meter): void;
  /** Called by a marker when the fuel is used up. Throws unless the kernel grants more. */
  outOfFuel(): void;
  /** A module that is not one of the cell's own files: a client, `#course/…`, or a node built-in (with or without `node:`). */
  require(name: string): unknown;
  /** Stands in for `import(expression)` that the compiler could not resolve. Rejects with a sentence. */
  importDynamic(specifier: unknown): Promise<never>;
}

/** Cell code: body of an async function; a client bundle: a CommonJS module. */
export type CellFactory = ($runtime: Runtime, ...globals: unknown[]) => () => Promise<void>;
export type ClientFactory = (module: { exports: unknown }, exports: unknown, $runtime: Runtime, ...globals: unknown[]) => void;

/**
 * Scripts call one of these with their factory. The text of a compiled entry is
 * `$inflight.cell(KEY, function ($runtime, globalThis, global, …) { 'use strict'; … return async () => { … } })`
 * and of a client bundle `$inflight.client(NAME, function (module, exports, $runtime, globalThis, …) { 'use strict'; … })`.
 * A broker has no realm of its own: its bundle registers the definition itself.
 */
export interface Registry {
  cell(key: string, factory: CellFactory): void;
  client(name: string, factory: ClientFactory): void;
  broker(kind: BrokerKind, definition: BrokerDefinition): void;
}

/** One entry file with all local files it reaches, compiled. */
export interface Program {
  /** The entry file, such as `worker.ts`. */
  readonly entry: string;
  /** The classic script; its key is `entry`. */
  readonly code: string;
  /** Local files in the order of the file index of meter positions. */
  readonly files: readonly string[];
  /** Bare imports that it asks the runtime for, such as `ioredis`, `#course/queue`, `node:events`. */
  readonly imports: readonly string[];
  /** Source map (version 3, JSON) from `code` to the learner's files, for stacks. */
  readonly map: string;
}

export interface CompileProblem {
  readonly said: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Compiled =
  | { readonly ok: true; readonly programs: readonly Program[] }
  | { readonly ok: false; readonly problems: readonly CompileProblem[] };

export function lineOf(position: number, files: readonly string[]): SourceLine | undefined {
  const file = files[Math.floor(position / 1_000_000)];
  return position === 0 || file === undefined ? undefined : { file, line: position % 1_000_000 };
}
