/** Finds the frames of a figure in its run. */
import type { Figure } from '../../content/figure.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { findEvent } from '../../sandbox/trace/query.ts';
import type { Asked } from './ask-prediction.ts';

/** For each frame the sequence of its event in the whole trace, or the start or end. */
export type FramePlaces = readonly (number | 'start' | 'end')[];

/** `figures/<figure>.json`. */
export interface FoundFrames {
  /** The recorded run, such as `fifo/cells/line`. */
  readonly run: string;
  readonly at: FramePlaces;
}

/** `events` are those of the run that the figure draws. */
export function findFrames({ frames }: Figure, events: readonly TraceEvent[]): Asked<FramePlaces> {
  const found = frames.map(({ at }) => (typeof at === 'string' ? at : findEvent(events, at)?.sequence));
  const misfits = found.flatMap((at, index) =>
    at === undefined ? [{ path: ['frames', index, 'at'], said: 'The run has no such event.' }] : [],
  );
  return misfits.length > 0 ? { ok: false, misfits } : { ok: true, value: found.filter((at) => at !== undefined) };
}
