/** Blocked loop: a process that computed or waited without letting anything else happen. */
import { MICROS_PER_MS } from '../../engine/units.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';

export interface BlockedLoopOptions {
  /** Blocked for at least so many milliseconds of virtual time; 50 by default. */
  readonly leastMs?: number;
}

/** A `processBlocked` event of at least that length. */
export function blockedLoop(trace: readonly TraceEvent[], { leastMs = 50 }: BlockedLoopOptions = {}): readonly Anomaly[] {
  return trace.flatMap((event) => {
    if (event.kind !== 'processBlocked' || event.detail.forMicros < leastMs * MICROS_PER_MS) return [];
    const blockedMs = Math.round(event.detail.forMicros / MICROS_PER_MS);
    return [
      {
        name: 'blocked loop',
        said: `The event loop of ${event.process} was blocked for ${blockedMs} ms.`,
        events: [event.sequence],
      } as const,
    ];
  });
}
