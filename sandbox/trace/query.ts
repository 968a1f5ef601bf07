/** The query: which event of a run is meant, in words that fit every run of a cell, whatever its seed. */
import type { Kind, TraceEvent } from './event.ts';
import { takesPart } from './part.ts';

export interface EventQuery {
  readonly on: Kind;
  /** Only events in which this process acts or is the client. */
  readonly process?: string;
  /** Only events whose text contains this: a printed line, the body or key of the message concerned, what an effect is about. */
  readonly text?: string;
  /** Which of them, from 1; the first when not given. */
  readonly nth?: number;
}

/** The event that is meant, or undefined when the run has none. `events` are a run's, in order. */
export function findEvent(events: readonly TraceEvent[], query: EventQuery): TraceEvent | undefined {
  const bodies = query.text === undefined ? null : bodiesOf(events);
  let left = query.nth ?? 1;
  return events.find((event) => {
    if (event.kind !== query.on || (query.process !== undefined && !takesPart(event, query.process))) return false;
    if (bodies !== null && !textOf(event, bodies).includes(query.text ?? '')) return false;
    left -= 1;
    return left === 0;
  });
}

/** The body of each message, which only its publishing tells. */
function bodiesOf(events: readonly TraceEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) =>
      event.kind === 'messagePublished' && event.messageId !== undefined ? [[event.messageId, event.detail.text] as const] : [],
    ),
  );
}

function textOf({ detail, messageId }: TraceEvent, bodies: ReadonlyMap<string, string>): string {
  const own = Object.values(detail).filter((value) => typeof value === 'string');
  return [...own, bodies.get(messageId ?? '') ?? ''].join(' ');
}
