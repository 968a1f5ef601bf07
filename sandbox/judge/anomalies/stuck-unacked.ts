/** Stuck unacked: a message that a client took and neither finished nor gave back. */
import { MICROS_PER_MS } from '../../engine/units.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { aboutMessage, copiesOf, eventsOf, named } from '../copies.ts';

export interface StuckUnackedOptions {
  /** How long it must have been held when the trace ends, in milliseconds of virtual time; 0 by default. */
  readonly heldForMs?: number;
}

/** A copy that is in flight at the end: its last `messageDelivered` is not settled and nothing but a tray came after it. */
export function stuckUnacked(trace: readonly TraceEvent[], { heldForMs = 0 }: StuckUnackedOptions = {}): readonly Anomaly[] {
  const endMicros = trace.at(-1)?.atMicros ?? 0;
  return copiesOf(trace).flatMap((copy) => {
    const delivery = eventsOf(copy, 'messageDelivered').at(-1);
    if (copy.state !== 'inFlight' || delivery === undefined || endMicros - delivery.atMicros < heldForMs * MICROS_PER_MS) return [];
    return [
      {
        name: 'stuck unacked',
        said: `${named(copy)} is stuck: ${delivery.detail.client} took it from ${copy.place} and never acked it.`,
        ...aboutMessage(copy),
        events: [delivery.sequence],
      } as const,
    ];
  });
}
