/** How a run ended. A crashed process is that process's state, not an ending. */
import type { SourceLine } from './event.ts';

/** Someone who was still waiting when nothing more could happen. */
export interface Waiting {
  readonly process: string;
  /** In words that continue "is waiting for …": `a message on the list orders (BRPOP)`. */
  readonly what: string;
}

export type Ended =
  /** Nothing is left to happen, or only daemons. */
  | { readonly reason: 'quiescent'; readonly waiting: readonly Waiting[] }
  | { readonly reason: 'deadline'; readonly said: string }
  /** Too many steps in one event (an endless loop) or too many events in the run. */
  | { readonly reason: 'budget'; readonly said: string; readonly source?: SourceLine }
  | { readonly reason: 'stopped'; readonly said: string }
  | { readonly reason: 'watchdog'; readonly said: string }
  | { readonly reason: 'compile-error'; readonly said: string; readonly source?: SourceLine }
  | { readonly reason: 'tampered'; readonly said: string };
