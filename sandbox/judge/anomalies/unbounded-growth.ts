/** Unbounded growth: a place that fills faster than it is emptied, for as long as one looks. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { type Depth, waitingDepths } from '../depths.ts';

export interface UnboundedGrowthOptions {
  /** How many messages must wait at the end before it counts; 20 by default. */
  readonly least?: number;
}

const PARTS = 4;

/**
 * The time from the first message in the place to the end of the trace is cut into four equal parts: the greatest depth of
 * each part is above that of the part before, and at least `least` messages wait at the end. Its events are the highest
 * moments of the four parts.
 */
export function unboundedGrowth(trace: readonly TraceEvent[], { least = 20 }: UnboundedGrowthOptions = {}): readonly Anomaly[] {
  const endMicros = trace.at(-1)?.atMicros ?? 0;
  return [...waitingDepths(trace)].flatMap(([place, depths]) => {
    const peaks = peaksOf(depths, endMicros);
    const last = depths.at(-1)?.count ?? 0;
    const grows = peaks.length === PARTS && peaks.every((peak, part) => peak.count > (peaks[part - 1]?.count ?? 0));
    if (!grows || last < least) return [];
    const said = `${place} grows without end: ${peaks.map(({ count }) => count).join(', then ')} messages waited there, and ${last} at the end.`;
    return [{ name: 'unbounded growth', said, events: peaks.map(({ sequence }) => sequence) } as const];
  });
}

/** The highest moment of each part in which anything changed. */
function peaksOf(depths: readonly Depth[], endMicros: number): readonly Depth[] {
  const startMicros = depths[0]?.atMicros ?? 0;
  const partMicros = Math.max(1, (endMicros - startMicros) / PARTS);
  const peaks: Depth[] = [];
  for (const depth of depths) {
    const part = Math.min(PARTS - 1, Math.floor((depth.atMicros - startMicros) / partMicros));
    const peak = peaks[part];
    if (peak === undefined || depth.count > peak.count) peaks[part] = depth;
  }
  return peaks.filter((peak) => peak !== undefined);
}
