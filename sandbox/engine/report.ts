/** The report of one run: what every host (browser worker, Node command line) gives back. */
import type { Ended } from '../trace/ended.ts';
import type { TraceEvent } from '../trace/event.ts';

export interface RunReport {
  readonly seed: number;
  readonly ended: Ended;
  /** Virtual time at the end, in microseconds. */
  readonly virtualMicros: number;
  readonly events: readonly TraceEvent[];
  /** SHA-256 (hex) of the canonical text of the trace; empty when the caller did not ask for it. */
  readonly traceHash: string;
  /** Where each process stood at the end. */
  readonly processes: readonly { readonly name: string; readonly state: ProcessState; readonly exitCode: number | null }[];
}

export type ProcessState = 'notStarted' | 'running' | 'crashed' | 'exited';
