/** The protocol: what page, frame and worker say to each other. Everything that crosses is plain, cloneable data. */
import type { Scenario } from '../engine/cell.ts';
import type { Program } from '../engine/program.ts';
import type { RunReport } from '../engine/report.ts';
import type { Level, TraceEvent } from '../trace/event.ts';

/** Raised when a message changes its meaning; a page and a frame of different versions refuse each other. */
export const PROTOCOL_VERSION = 1;

/** Most events that one run may keep and send: enough to read, few enough for a page to hold. */
export const EVENT_CAP = 20_000;

/** Events in one message of the final trace: few enough for a page to read them in a few milliseconds. */
export const TRACE_PART = 500;

/** Events that are shown before the run has ended; whoever writes more is read afterwards. */
export const PREVIEW_CAP = 500;

/** One run, as the page asks for it. The code of the programs was loaded before. */
export interface RunPlan {
  readonly scenario: Scenario;
  readonly programs: readonly Pick<Program, 'entry' | 'files' | 'imports'>[];
  readonly seed: number;
  readonly hash: boolean;
  readonly eventCap: number;
  /** What the trace keeps; everything when not given. */
  readonly levels?: readonly Level[];
  /** A sweep's shortcut: processes go on with the client instances of the run before. */
  readonly reuseClients?: boolean;
}

/** To the worker, from the page through the frame, or from the judge over a port of its own. */
export type ToWorker =
  /** Bundles of clients and brokers, as blob addresses that the frame made. */
  | { readonly kind: 'libraries'; readonly urls: readonly string[] }
  /** Compiled cell code, as text. */
  | { readonly kind: 'programs'; readonly codes: readonly string[] }
  | { readonly kind: 'run'; readonly run: number; readonly plan: RunPlan; readonly stream: boolean }
  /** The one port that comes with this message is another one to ask for runs: the page's own, or the judge's. */
  | { readonly kind: 'listen' }
  /** The next part of a streamed run's final trace: the asker takes it when it has dealt with the one before. */
  | { readonly kind: 'more' }
  | { readonly kind: 'stop' };

/**
 * From the worker, to whoever asked. A streamed run sends its first lines as `events` while it goes on; after it the final
 * trace in order, part by part as the asker wants `more`; then `finished`, whose report has no events. Any other run sends its
 * events with `finished`; a browser's worker sends them as JSON, which costs half of what cloning hundreds of objects does.
 */
export type FromWorker =
  | { readonly kind: 'ready'; readonly version: number }
  | { readonly kind: 'events'; readonly run: number; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'trace'; readonly run: number; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'finished'; readonly run: number; readonly report: RunReport; readonly trace?: string }
  | { readonly kind: 'failed'; readonly run: number; readonly said: string };

/** To the frame, from the page. */
export type ToFrame =
  /** Keeps a script under a name, as a blob. */
  | { readonly kind: 'keep'; readonly name: string; readonly text: string }
  | { readonly kind: 'start'; readonly worker: number; readonly entry: string; readonly libraries: readonly string[] }
  | { readonly kind: 'post'; readonly worker: number; readonly message: ToWorker }
  | { readonly kind: 'end'; readonly worker: number }
  /** Are you there? */
  | { readonly kind: 'ping' };

/** From the frame, to the page. */
export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'said'; readonly worker: number; readonly message: FromWorker }
  | { readonly kind: 'broke'; readonly worker: number; readonly said: string };

/** Every message between page and frame travels in this envelope. */
export interface Envelope<Body> {
  readonly inflight: number;
  readonly body: Body;
}
