/** Depths: how many messages waited in a place, or were in flight at a client, after each event that changed it. */
import type { TraceEvent } from '../trace/event.ts';
import { type CopyEvent, copyTracker, isCopyEvent } from './copies.ts';

export interface Depth {
  readonly sequence: number;
  readonly atMicros: number;
  readonly count: number;
}

/** By name of the place or client, each change of its count in order. */
export type Depths = ReadonlyMap<string, readonly Depth[]>;

/**
 * Messages waiting, by place. Stored and requeued ones wait; a delivery, an ack, a drop, an expiry or a dead-lettering ends the
 * wait. Meant for queues and lists: in a log, reading removes nothing.
 */
export function waitingDepths(trace: readonly TraceEvent[]): Depths {
  return depths(trace, (event) => {
    if (event.kind === 'messageRouted') return 'unchanged';
    return event.kind === 'messageStored' || event.kind === 'messageRequeued' ? event.detail.place : null;
  });
}

/** Messages in flight, by client: delivered and not settled, until they are settled, given back or taken away. */
export function inFlightDepths(trace: readonly TraceEvent[]): Depths {
  return depths(trace, (event, isInTray) => {
    if (event.kind === 'messageDelivered') return event.detail.settled ? null : event.detail.client;
    return isInTray ? 'unchanged' : null;
  });
}

/** Follows every copy from holder to holder. `holderAfter` names who holds it after the event, null for nobody. */
function depths(trace: readonly TraceEvent[], holderAfter: (event: CopyEvent, isInTray: boolean) => string | null | 'unchanged'): Depths {
  const series = new Map<string, Depth[]>();
  const holders = new Map<string, string>();
  const identityOf = copyTracker();
  const count = ({ sequence, atMicros }: TraceEvent, name: string, change: 1 | -1) => {
    const list = series.get(name) ?? [];
    list.push({ sequence, atMicros, count: (list.at(-1)?.count ?? 0) + change });
    series.set(name, list);
  };
  for (const event of trace) {
    if (!isCopyEvent(event) || event.messageId === undefined) continue;
    const identity = identityOf(event);
    const isInTray = event.kind === 'messageStored' && identity !== `${event.messageId}\n${event.detail.place}`;
    const before = holders.get(identity) ?? null;
    const after = holderAfter(event, isInTray);
    if (after === 'unchanged' || after === before) continue;
    if (before !== null) count(event, before, -1);
    if (after !== null) count(event, after, 1);
    if (after === null) holders.delete(identity);
    else holders.set(identity, after);
  }
  return series;
}
