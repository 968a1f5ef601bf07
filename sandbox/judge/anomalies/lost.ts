/** Lost: a message that somebody accepted, that nobody has any more, and whose work was not done. */
import type { EventOf, TraceEvent } from '../../trace/event.ts';
import type { Anomaly, Work } from '../anomaly.ts';
import { aboutMessage, type Copy, copiesOf, eventsOf, named } from '../copies.ts';

export interface LostOptions {
  /** With it, a message that was given away (taken or acked) is lost exactly if no such effect was ever recorded. */
  readonly work?: Work;
}

type Departure = EventOf<'processCrashed'> | EventOf<'processExited'>;

/**
 * A copy is lost when
 * - it ended as `messageDropped` (except for want of a subscriber or route, which is an anomaly of its own) or as
 *   `messageExpired`, and no client had acked it or taken it before;
 * - it waits in a queue in a process's own memory (its publisher recorded its `messageStored`) and that process crashed or
 *   exited afterwards;
 * - it was given away, by `messageAcked` or by a delivery that settles at once, and its work was not done: no effect as `work`
 *   says or, without `work`, its client crashed after that without one event of `effect`, `console` or `messagePublished` since
 *   the delivery.
 *
 * A copy that is in flight, be it in a tray such as a Redis processing list, is not lost.
 */
export function lost(trace: readonly TraceEvent[], { work }: LostOptions = {}): readonly Anomaly[] {
  const evidence = gather(trace, work);
  return copiesOf(trace).flatMap((copy) => {
    const loss = lossOf(copy, evidence);
    return loss === null
      ? []
      : [{ name: 'lost', said: `${named(copy)} was lost: ${loss.said}.`, ...aboutMessage(copy), events: loss.events } as const];
  });
}

interface Loss {
  readonly said: string;
  readonly events: readonly number[];
}

interface Evidence {
  readonly work: Work | undefined;
  readonly effectKeys: ReadonlySet<string>;
  readonly departures: ReadonlyMap<string, readonly Departure[]>;
  /** By process, the sequences of what it did that can be seen outside. */
  readonly deeds: ReadonlyMap<string, readonly number[]>;
}

function lossOf(copy: Copy, evidence: Evidence): Loss | null {
  const { last } = copy;
  switch (last.kind) {
    case 'messageDropped':
      if (last.detail.reason === 'noSubscriber' || last.detail.reason === 'unroutable' || wasGivenAway(copy)) return null;
      return { said: dropWords[last.detail.reason](copy.place), events: firstAndLast(copy) };
    case 'messageExpired':
      return wasGivenAway(copy) ? null : { said: `it expired in ${copy.place} before anybody took it`, events: firstAndLast(copy) };
    case 'messageDelivered':
    case 'messageAcked':
      return copy.state === 'inFlight' ? null : lossAfterGiving(copy, evidence);
    case 'messageStored':
    case 'messageRouted':
    case 'messageRequeued':
      return lossInMemory(copy, evidence);
    case 'messageDeadLettered':
      return null;
    default:
      throw new Error(`Unknown event of a copy: ${String(last satisfies never)}.`);
  }
}

function lossInMemory(copy: Copy, { departures }: Evidence): Loss | null {
  const { last } = copy;
  if (last.kind !== 'messageStored' || copy.published?.detail.client !== last.process) return null;
  const departure = departures.get(last.process)?.find(({ sequence }) => sequence > last.sequence);
  if (departure === undefined) return null;
  return {
    said: `it waited in ${copy.place}, in the memory of ${last.process}, which ${leaves(departure)}`,
    events: [last.sequence, departure.sequence],
  };
}

function lossAfterGiving(copy: Copy, evidence: Evidence): Loss | null {
  const delivery = eventsOf(copy, 'messageDelivered').at(-1);
  if (delivery === undefined) return null;
  const { client } = delivery.detail;
  const departure = evidence.departures.get(client)?.find(({ sequence }) => sequence > copy.last.sequence);
  const given = copy.last === delivery ? [delivery.sequence] : [delivery.sequence, copy.last.sequence];
  const events = departure === undefined ? given : [...given, departure.sequence].sort((one, other) => one - other);
  const { work } = evidence;
  if (work !== undefined) {
    if (evidence.effectKeys.has(work.keyOf(copy))) return null;
    const end =
      departure === undefined ? `and never did its ${work.effect}` : `and ${leaves(departure)} before its ${work.effect} was done`;
    return { said: `${client} took it from ${copy.place} ${end}`, events };
  }
  const wasSeenWorking = evidence.deeds.get(client)?.some((deed) => deed > delivery.sequence && deed < (departure?.sequence ?? 0));
  if (departure?.kind !== 'processCrashed' || wasSeenWorking === true) return null;
  return { said: `${client} took it from ${copy.place} and crashed before it did anything with it`, events };
}

function wasGivenAway(copy: Copy): boolean {
  return copy.events.some((event) => event.kind === 'messageAcked' || (event.kind === 'messageDelivered' && event.detail.settled));
}

function leaves(departure: Departure): string {
  return departure.kind === 'processCrashed' ? 'crashed' : 'exited';
}

function firstAndLast(copy: Copy): readonly number[] {
  const first = copy.events[0]?.sequence ?? copy.last.sequence;
  return first === copy.last.sequence ? [first] : [first, copy.last.sequence];
}

const dropWords = {
  rejected: (place: string) => `it was rejected and ${place} threw it away`,
  full: (place: string) => `${place} was full and dropped it`,
  trimmed: (place: string) => `${place} was trimmed before anybody took it`,
  deleted: (place: string) => `${place} was deleted while it waited there`,
  purged: (place: string) => `${place} was purged while it waited there`,
  replaced: (place: string) => `${place} was replaced by what another server has, which never had it`,
  processLost: (place: string) => `${place} was held in memory only, and its server stopped`,
} as const;

function gather(trace: readonly TraceEvent[], work: Work | undefined): Evidence {
  const effectKeys = new Set<string>();
  const departures = new Map<string, Departure[]>();
  const deeds = new Map<string, number[]>();
  for (const event of trace) {
    if (event.kind === 'effect' && event.detail.effect === work?.effect) effectKeys.add(event.detail.key);
    if (event.kind === 'processCrashed' || event.kind === 'processExited') append(departures, event.process, event);
    if (event.kind === 'effect' || event.kind === 'console') append(deeds, event.process, event.sequence);
    if (event.kind === 'messagePublished') append(deeds, event.detail.client, event.sequence);
  }
  return { work, effectKeys, departures, deeds };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
