/** Skipped: a message that was passed over while later ones were served. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { aboutMessage, type Copy, copiesOf, eventsOf, named } from '../copies.ts';

/**
 * A copy that was stored, was never delivered and still waits in its place at the end, although a copy that was stored later in
 * the same place was delivered. In a log, where each group begins where it wants, nothing counts as skipped for a group. Its events are the two storings and the delivery that passed it over.
 */
export function skipped(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const copies = copiesOf(trace);
  const servedLatest = new Map<string, { stored: number; delivered: number }>();
  for (const copy of copies) {
    if (copy.group !== null) continue;
    const stored = eventsOf(copy, 'messageStored')[0]?.sequence;
    const delivered = eventsOf(copy, 'messageDelivered')[0]?.sequence;
    if (stored === undefined || delivered === undefined) continue;
    if (stored > (servedLatest.get(copy.place)?.stored ?? -1)) servedLatest.set(copy.place, { stored, delivered });
  }
  return copies.flatMap((copy) => {
    const stored = eventsOf(copy, 'messageStored')[0]?.sequence;
    const later = servedLatest.get(copy.place);
    if (stored === undefined || later === undefined || later.stored < stored || !waitsUnserved(copy)) return [];
    return [
      {
        name: 'skipped',
        said: `${named(copy)} was passed over: it still waits in ${copy.place}, and a later one was served.`,
        ...aboutMessage(copy),
        events: [stored, later.stored, later.delivered],
      } as const,
    ];
  });
}

function waitsUnserved(copy: Copy): boolean {
  return copy.state === 'waiting' && eventsOf(copy, 'messageDelivered').length === 0;
}
