/** What the realm itself gives and the built-ins stand on, captured before any code of a learner can replace it. */

interface Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}

interface Decoder {
  decode(bytes?: Uint8Array): string;
}

export interface RealmUrl {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly searchParams: Iterable<[string, string]>;
}

export interface RealmAbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface RealmAbortController {
  readonly signal: RealmAbortSignal;
  abort(reason?: unknown): void;
}

/** The parts of the web platform that workers and Node have in common; the language's own library has no types for them. */
export interface Realm {
  readonly TextEncoder: new () => Encoder;
  readonly TextDecoder: new (label?: string, options?: { ignoreBOM?: boolean; fatal?: boolean }) => Decoder;
  readonly URL: new (text: string, base?: string) => RealmUrl;
  readonly URLSearchParams: new (from?: unknown) => Iterable<[string, string]>;
  readonly AbortController: new () => RealmAbortController;
  readonly AbortSignal: { timeout?: unknown };
  readonly EventTarget: { readonly prototype: Record<'addEventListener' | 'removeEventListener', (...args: unknown[]) => unknown> };
  readonly DOMException: new (message: string, name: string) => Error;
  readonly structuredClone: (value: unknown) => unknown;
  readonly queueMicrotask: (callback: () => void) => void;
  readonly console: Readonly<Record<string, unknown>>;
}

const source = globalThis as unknown as Realm;

export const realm: Realm = {
  TextEncoder: source.TextEncoder,
  TextDecoder: source.TextDecoder,
  URL: source.URL,
  URLSearchParams: source.URLSearchParams,
  AbortController: source.AbortController,
  AbortSignal: source.AbortSignal,
  EventTarget: source.EventTarget,
  DOMException: source.DOMException,
  // A browser refuses these with any other receiver than the global object.
  structuredClone: source.structuredClone.bind(globalThis),
  queueMicrotask: source.queueMicrotask.bind(globalThis),
  console: source.console,
};
