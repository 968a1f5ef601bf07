/** `node:stream`: the npm package `readable-stream`, which the build binds to our buffer, events and process. */
/// <reference path="./npm.d.ts" />
import npmStream from 'readable-stream/lib/ours/browser.js';
import type { EventEmitter } from './events.ts';

export type Callback = (error?: Error | null) => void;

/** Only what the sandbox's own code calls; the classes themselves are the package's. */
export interface Stream extends EventEmitter {
  readonly destroyed: boolean;
  readonly errored: Error | null;
  destroy(error?: Error | null): this;
  pipe<To>(destination: To): To;
}

export interface Readable extends Stream {
  readonly readableEnded: boolean;
  readonly readableFlowing: boolean | null;
  push(chunk: Uint8Array | string | null): boolean;
  read(byteCount?: number): unknown;
  resume(): this;
  pause(): this;
  setEncoding(encoding: string): this;
  [Symbol.asyncIterator](): AsyncIterator<unknown>;
}

export interface Writable extends Stream {
  readonly writable: boolean;
  readonly writableEnded: boolean;
  readonly writableFinished: boolean;
  readonly writableLength: number;
  readonly writableHighWaterMark: number;
  write(chunk: unknown, encoding?: string | Callback, done?: Callback): boolean;
  end(chunk?: unknown, encoding?: string | Callback, done?: Callback): this;
  cork(): void;
  uncork(): void;
}

export interface Duplex extends Readable, Writable {
  readonly readable: boolean;
  readonly writable: boolean;
  allowHalfOpen: boolean;
}

interface StreamClass<Instance> {
  new (options?: object): Instance;
  readonly prototype: Instance;
}

export interface StreamModule {
  readonly Stream: StreamClass<Stream>;
  readonly Readable: StreamClass<Readable> & { from(items: unknown): Readable };
  readonly Writable: StreamClass<Writable>;
  readonly Duplex: StreamClass<Duplex>;
  readonly Transform: StreamClass<Duplex>;
  readonly PassThrough: StreamClass<Duplex>;
  readonly finished: unknown;
  readonly pipeline: unknown;
  readonly addAbortSignal: unknown;
  readonly promises: object;
}

const npmModule = npmStream as StreamModule;

export const { Stream, Readable, Writable, Duplex, Transform, PassThrough, finished, pipeline, addAbortSignal, promises } = npmModule;

/** The module's value: the legacy `Stream` class with everything else on it, as in Node. */
export const stream = Object.assign(Stream, {
  Stream,
  Readable,
  Writable,
  Duplex,
  Transform,
  PassThrough,
  finished,
  pipeline,
  addAbortSignal,
});
