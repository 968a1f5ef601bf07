/** How a run ended. A crashed process is that process's state, not an ending. */
import type { SourceLine } from './event.ts';

/** Someone who was still waiting when nothing more could happen. */
export interface Waiting {
  readonly process: string;
  /** In words that continue "is waiting for …": `a message on the list orders (BRPOP)`. */
  readonly what: string;
}

/** An address at which nobody listened, neither whenever a process tried to connect to it nor when the run ended. */
export interface Unreached {
  readonly process: string;
  readonly host: string;
  readonly port: number;
  /** Whether there is a host of that name. */
  readonly isHostKnown: boolean;
  /** How often it was refused. */
  readonly count: number;
  /** The learner's line that asked, where that is known; never guessed. */
  readonly source?: SourceLine;
}

/** Who listens at a port of this run, on localhost. */
export interface Listening {
  readonly name: string;
  readonly port: number;
}

/** Set when a process that did not end well tried in vain to connect somewhere. */
export interface Vain {
  readonly unreached: readonly Unreached[];
  readonly listening: readonly Listening[];
}

export type Ended =
  /** Nothing is left to happen, or only daemons. */
  | { readonly reason: 'quiescent'; readonly waiting: readonly Waiting[]; readonly vain?: Vain }
  | { readonly reason: 'deadline'; readonly said: string; readonly vain?: Vain }
  /** Too many steps in one event (an endless loop) or too many events in the run. */
  | { readonly reason: 'budget'; readonly said: string; readonly source?: SourceLine }
  | { readonly reason: 'stopped'; readonly said: string }
  | { readonly reason: 'watchdog'; readonly said: string }
  | { readonly reason: 'compile-error'; readonly said: string; readonly source?: SourceLine }
  | { readonly reason: 'tampered'; readonly said: string };
