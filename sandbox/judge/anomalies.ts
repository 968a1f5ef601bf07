/** The named anomalies: each a pure function from a trace to what went wrong in it. */
import type { TraceEvent } from '../trace/event.ts';
import { blockedLoop } from './anomalies/blocked-loop.ts';
import { duplicateEffect } from './anomalies/duplicate-effect.ts';
import { lost } from './anomalies/lost.ts';
import { lostToNoSubscriber } from './anomalies/lost-to-no-subscriber.ts';
import { poisonLoop } from './anomalies/poison-loop.ts';
import { reordered } from './anomalies/reordered.ts';
import { skipped } from './anomalies/skipped.ts';
import { stuckUnacked } from './anomalies/stuck-unacked.ts';
import { unboundedGrowth } from './anomalies/unbounded-growth.ts';
import type { Anomaly } from './anomaly.ts';

/** All anomalies that need no further word, with their defaults, in the order of their first event. `overTheLimit` needs a limit. */
export function anomaliesOf(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const all = [lost, duplicateEffect, reordered, skipped, stuckUnacked, poisonLoop, lostToNoSubscriber, unboundedGrowth, blockedLoop];
  return all.flatMap((find) => find(trace)).sort((one, other) => (one.events[0] ?? 0) - (other.events[0] ?? 0));
}

export { overTheLimit } from './anomalies/over-the-limit.ts';
export { blockedLoop, duplicateEffect, lost, lostToNoSubscriber, poisonLoop, reordered, skipped, stuckUnacked, unboundedGrowth };
