/** Poison loop: a message that fails and comes back again and again. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { aboutMessage, copiesOf, eventsOf, named } from '../copies.ts';

export interface PoisonLoopOptions {
  /** From how many deliveries of the same message in the same place it counts; 5 by default. */
  readonly deliveries?: number;
}

/**
 * A copy with at least so many `messageDelivered` that are not settled, which was not acked, dropped or dead-lettered in the
 * end. Its events are the first two and the last delivery.
 */
export function poisonLoop(trace: readonly TraceEvent[], { deliveries = 5 }: PoisonLoopOptions = {}): readonly Anomaly[] {
  return copiesOf(trace).flatMap((copy) => {
    const delivered = eventsOf(copy, 'messageDelivered').filter(({ detail }) => !detail.settled);
    if (delivered.length < deliveries || (copy.state !== 'waiting' && copy.state !== 'inFlight')) return [];
    return [
      {
        name: 'poison loop',
        said: `${named(copy)} was delivered ${delivered.length} times from ${copy.place} and is still not done.`,
        ...aboutMessage(copy),
        events: [...new Set([...delivered.slice(0, 2), ...delivered.slice(-1)].map(({ sequence }) => sequence))],
      } as const,
    ];
  });
}
