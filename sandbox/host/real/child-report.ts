/** What a child process and its parent say to each other: settings in the environment, JSON lines up on descriptor 3 and down on standard input. */
import type { Deed } from '../../course/ledger.ts';
import type { CrashCause, Happening } from '../../trace/event.ts';

/** Where the settings are: a variable of the child's environment that the preload removes. */
export const SETTINGS_VARIABLE = 'INFLIGHT_REAL';
export const REPORT_DESCRIPTOR = 3;

export interface ChildSettings {
  readonly name: string;
  readonly host: string;
  /** By default port of a broker: the port at which it really answers this process. */
  readonly ports: Readonly<Record<number, number>>;
  /** Clients and course modules to load before the run begins, so that loading them takes no time of the run. */
  readonly modules: readonly string[];
  /** The process kills itself right after the nth of its own events of a kind, counted from here. */
  readonly crashes: readonly { readonly on: Happening['kind']; readonly nth: number }[];
}

export type ChildReport =
  /** Everything is loaded; the process waits for a byte on its standard input. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'happened'; readonly happening: Happening }
  /** Asks for a deed in the world outside, which the parent keeps. */
  | { readonly kind: 'deed'; readonly number: number; readonly deed: Deed }
  | { readonly kind: 'crashed'; readonly cause: CrashCause; readonly said: string };

/** What comes down after the byte that lets the process go. */
export interface DeedAnswer {
  readonly number: number;
  readonly answer: unknown;
}
