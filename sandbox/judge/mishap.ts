/** The mishap: the first crash of a run that nobody had planned, which often explains what a check found. */
import type { TraceEvent } from '../trace/event.ts';

export interface Mishap {
  /** `shop crashed at shop.ts:17: Error: The queue is full.` */
  readonly said: string;
  /** In the trace that was given. */
  readonly sequence: number;
}

/** Null when nothing crashed by itself. */
export function mishapOf(trace: readonly TraceEvent[]): Mishap | null {
  const crash = trace.find((event) => event.kind === 'processCrashed' && event.detail.cause !== 'fault');
  if (crash?.kind !== 'processCrashed') return null;
  const { process, source, detail, sequence } = crash;
  const at = source === undefined ? '' : ` at ${source.file}:${source.line}`;
  return { said: `${process} crashed${at}: ${detail.said.split('\n', 1)[0]}`, sequence };
}
