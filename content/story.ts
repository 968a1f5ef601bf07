/** What cells ask of a trace: who put which message in, who got it, what was said. */
import type { EventOf, Kind, TraceEvent } from '../sandbox/trace/event.ts';

/** The events of one kind, in order. */
export function eventsOf<K extends Kind>(trace: readonly TraceEvent[], kind: K): readonly EventOf<K>[] {
  return trace.filter((event): event is EventOf<K> => event.kind === kind);
}

/** Ids of the messages in the order in which they were put in. */
export function published(trace: readonly TraceEvent[]): readonly string[] {
  return eventsOf(trace, 'messagePublished').map((event) => event.messageId ?? '');
}

/** Ids of the messages in the order in which they were handed to a consumer, again for each time. */
export function delivered(trace: readonly TraceEvent[]): readonly string[] {
  return eventsOf(trace, 'messageDelivered').map((event) => event.messageId ?? '');
}

export function acked(trace: readonly TraceEvent[]): readonly string[] {
  return eventsOf(trace, 'messageAcked').map((event) => event.messageId ?? '');
}

/** What all processes printed, in order, as far as it begins with `start`; the rest of each line. */
export function linesAfter(trace: readonly TraceEvent[], start: string): readonly string[] {
  return eventsOf(trace, 'console').flatMap((event) =>
    event.detail.text.startsWith(start) ? [event.detail.text.slice(start.length)] : [],
  );
}

/** The most messages that one consumer held at the same time without having settled them. */
export function mostUnsettled(trace: readonly TraceEvent[]): number {
  const held = new Map<string, number>();
  let most = 0;
  for (const event of trace) {
    if (event.kind !== 'messageDelivered' && event.kind !== 'messageAcked' && event.kind !== 'messageRequeued') continue;
    if (event.kind === 'messageDelivered' && event.detail.settled) continue;
    const count = (held.get(event.detail.client) ?? 0) + (event.kind === 'messageDelivered' ? 1 : -1);
    held.set(event.detail.client, count);
    most = Math.max(most, count);
  }
  return most;
}

/** A message that one consumer got and lost by dying, and that another one then got and acknowledged. */
export function passedOn(trace: readonly TraceEvent[]): boolean {
  return eventsOf(trace, 'messageRequeued').some((requeued) => {
    const later = trace.filter((event) => event.messageId === requeued.messageId && event.sequence > requeued.sequence);
    const again = later.find((event) => event.kind === 'messageDelivered');
    return (
      again?.kind === 'messageDelivered' &&
      again.detail.redelivered &&
      again.detail.client !== requeued.detail.client &&
      later.some((event) => event.kind === 'messageAcked' && event.detail.client === again.detail.client)
    );
  });
}

export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
