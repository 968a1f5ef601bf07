/** The story of a trace: what a reader steps over, and all that checks see, whatever else a host records. */
import type { TraceEvent } from '../trace/event.ts';

/** The story events in order, numbered anew from 0; the trace itself when it holds nothing else. */
export function storyOf(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  if (trace.every(({ level }) => level === 'story')) return trace;
  return trace.filter(({ level }) => level === 'story').map((event, sequence) => ({ ...event, sequence }));
}

/** Sequences in a whole trace of the same run, from sequences in its story, such as those of a grade. */
export function inWholeTrace(trace: readonly TraceEvent[], sequences: readonly number[]): readonly number[] {
  const story = trace.filter(({ level }) => level === 'story');
  return sequences.flatMap((sequence) => story[sequence]?.sequence ?? []);
}
