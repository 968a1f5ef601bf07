/** Who has a part in an event. */
import type { TraceEvent } from './event.ts';

/** Whether a process acts in the event, or is the client of the broker that does. */
export function takesPart(event: TraceEvent, process: string): boolean {
  return event.process === process || ('client' in event.detail && event.detail.client === process);
}
