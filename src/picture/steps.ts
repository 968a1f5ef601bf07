/** Steps: the story events of a trace, which is what a reader steps over. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';

/** Sequences of the story events, in order. */
export function storySteps(trace: readonly TraceEvent[]): readonly number[] {
  return trace.flatMap(({ level }, sequence) => (level === 'story' ? [sequence] : []));
}

/** The story event before this sequence; -1 when there is none. */
export function previousStory(trace: readonly TraceEvent[], sequence: number): number {
  for (let index = sequence - 1; index >= 0; index -= 1) if (trace[index]?.level === 'story') return index;
  return -1;
}
