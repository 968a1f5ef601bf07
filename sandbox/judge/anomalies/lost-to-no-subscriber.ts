/** Lost to no subscriber: a message that was sent while nobody was there to get it. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';
import { aboutMessage, copiesOf, named } from '../copies.ts';

/** A `messageDropped` whose reason is that nobody subscribed or that no route led to a queue, with the publishing before it. */
export function lostToNoSubscriber(trace: readonly TraceEvent[]): readonly Anomaly[] {
  return copiesOf(trace).flatMap((copy) => {
    const { last, published } = copy;
    if (last.kind !== 'messageDropped') return [];
    const { reason } = last.detail;
    if (reason !== 'noSubscriber' && reason !== 'unroutable') return [];
    const why = reason === 'noSubscriber' ? `nobody listened on ${copy.place}` : `no queue was bound to ${copy.place} for it`;
    return [
      {
        name: 'lost to no subscriber',
        said: `${named(copy)} vanished: ${why}.`,
        ...aboutMessage(copy),
        events: published === null ? [last.sequence] : [published.sequence, last.sequence],
      } as const,
    ];
  });
}
