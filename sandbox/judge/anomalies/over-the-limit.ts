/** Over the limit: more messages at once in a place, or in flight at a client, than there may be. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { inFlightDepths, waitingDepths } from '../depths.ts';

export interface Limit {
  /** `waiting` counts messages in each place, `inFlight` those that each client took and still owes an ack. */
  readonly count: 'waiting' | 'inFlight';
  readonly most: number;
  /** Only this place (waiting) or client (inFlight). */
  readonly of?: string;
}

/** The first event after which the count is above `most`; one anomaly per place or client. */
export function overTheLimit(trace: readonly TraceEvent[], { count, most, of }: Limit): readonly Anomaly[] {
  const depths = count === 'waiting' ? waitingDepths(trace) : inFlightDepths(trace);
  return [...depths].flatMap(([name, series]) => {
    const first = series.find((depth) => depth.count > most);
    if (first === undefined || (of !== undefined && of !== name)) return [];
    const said =
      count === 'waiting'
        ? `${first.count} messages waited in ${name}; at most ${most} may.`
        : `${name} had ${first.count} messages in flight at once; at most ${most} may be.`;
    return [{ name: 'over the limit', said, events: [first.sequence] } as const];
  });
}
