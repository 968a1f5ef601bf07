/** Copies: what became of each message in each place where it was. */
import type { EventOf, TraceEvent } from '../trace/event.ts';

type CopyKind =
  | 'messageRouted'
  | 'messageStored'
  | 'messageDelivered'
  | 'messageAcked'
  | 'messageRequeued'
  | 'messageExpired'
  | 'messageDeadLettered'
  | 'messageDropped';

export type CopyEvent = EventOf<CopyKind>;

/**
 * `waiting`: in the place, free to be taken. `inFlight`: with a client that owes an ack. `taken`: given away for good at
 * delivery. The others are ends.
 */
export type CopyState = 'waiting' | 'inFlight' | 'taken' | 'acked' | 'expired' | 'deadLettered' | 'dropped';

/**
 * One message in one place. A message that is routed to two queues has two copies; one in a client's tray stays the same copy. In
 * a log that groups read, each group that has got the message has a copy of its own.
 */
export interface Copy {
  readonly messageId: string;
  readonly place: string;
  /** Null where no group reads. */
  readonly group: string | null;
  /** Null when the trace does not hold its publishing. */
  readonly published: EventOf<'messagePublished'> | null;
  readonly key: string | null;
  readonly text: string;
  /** What happened to it, in order; at least one event. */
  readonly events: readonly CopyEvent[];
  readonly last: CopyEvent;
  readonly state: CopyState;
}

/** All copies of a trace, in the order in which they came to be. */
export function copiesOf(trace: readonly TraceEvent[]): readonly Copy[] {
  const published = new Map<string, EventOf<'messagePublished'>>();
  const histories = new Map<string, History>();
  const identityOf = copyTracker();
  for (const event of trace) {
    if (event.messageId === undefined) continue;
    if (event.kind === 'messagePublished' && !published.has(event.messageId)) published.set(event.messageId, event);
    if (!isCopyEvent(event)) continue;
    const identity = identityOf(event);
    const history = histories.get(identity);
    if (history === undefined) histories.set(identity, newHistory(event, event.messageId, histories));
    else history.events.push(event);
  }
  return [...histories.values()].filter(isCopy).map(({ messageId, place, group, events }) => {
    const origin = published.get(messageId) ?? null;
    const last = events[events.length - 1] ?? events[0];
    const { key = null, text = '' } = origin?.detail ?? {};
    return { messageId, place, group, published: origin, key, text, events, last, state: stateAfter(last, place) };
  });
}

interface History {
  readonly messageId: string;
  readonly place: string;
  readonly group: string | null;
  readonly events: [CopyEvent, ...CopyEvent[]];
  /** Groups that have got the message have copies of their own. */
  hasGroups: boolean;
}

/** A group's copy was stored when the message was. */
function newHistory(event: CopyEvent, messageId: string, histories: ReadonlyMap<string, History>): History {
  const { place } = event.detail;
  const group = groupOf(event);
  const shared = group === null ? undefined : histories.get(`${messageId}\n${place}`);
  if (shared === undefined) return { messageId, place, group, events: [event], hasGroups: false };
  shared.hasGroups = true;
  const [first, ...others] = shared.events.filter(({ kind }) => kind === 'messageStored');
  return { messageId, place, group, events: first === undefined ? [event] : [first, ...others, event], hasGroups: false };
}

/** What only lay in the log for its groups is no copy beside theirs; a reader without a group has one. */
function isCopy({ hasGroups, events }: History): boolean {
  return !hasGroups || events.some(({ kind }) => kind === 'messageDelivered');
}

function groupOf(event: CopyEvent): string | null {
  return event.kind === 'messageDelivered' || event.kind === 'messageAcked' ? (event.detail.group ?? null) : null;
}

/**
 * Says for each event of a message, given in order, which copy it belongs to. A message that is stored in a second place in the
 * very moment in which it is handed out from the first (Redis LMOVE to a processing list) lies in a tray: that second place holds
 * the same copy.
 */
export function copyTracker(): (event: CopyEvent) => string {
  const trays = new Map<string, string>();
  const latest = new Map<string, { event: CopyEvent; identity: string }>();
  return (event) => {
    const messageId = event.messageId ?? '';
    const group = groupOf(event);
    const own = `${messageId}\n${event.detail.place}${group === null ? '' : `\n${group}`}`;
    const before = latest.get(messageId);
    if (before !== undefined && event.kind === 'messageStored' && isHandedOut(before.event, event)) trays.set(own, before.identity);
    const identity = trays.get(own) ?? own;
    latest.set(messageId, { event, identity });
    return identity;
  };
}

function isHandedOut(delivery: CopyEvent, stored: CopyEvent): boolean {
  return (
    delivery.kind === 'messageDelivered' &&
    !delivery.detail.settled &&
    delivery.detail.place !== stored.detail.place &&
    delivery.atMicros === stored.atMicros &&
    delivery.process === stored.process
  );
}

/** The events of one kind in a copy's history. */
export function eventsOf<K extends CopyKind>(copy: Copy, kind: K): readonly EventOf<K>[] {
  return copy.events.filter((event): event is EventOf<K> & CopyEvent => event.kind === kind);
}

/** The message in words: its text where that is short, else its id. */
export function named(copy: Copy): string {
  if (copy.text === '' || copy.text.length > 60) return `Message ${copy.messageId}`;
  return copy.text.includes(' ') ? `The message "${copy.text}"` : `The message ${copy.text}`;
}

/** What an anomaly about this copy says of its message. */
export function aboutMessage(copy: Copy): { messageId: string; key?: string } {
  return copy.key === null ? { messageId: copy.messageId } : { messageId: copy.messageId, key: copy.key };
}

export function isCopyEvent(event: TraceEvent): event is CopyEvent {
  return event.kind in copyKinds;
}

const copyKinds: Readonly<Record<CopyKind, true>> = {
  messageRouted: true,
  messageStored: true,
  messageDelivered: true,
  messageAcked: true,
  messageRequeued: true,
  messageExpired: true,
  messageDeadLettered: true,
  messageDropped: true,
};

function stateAfter(event: CopyEvent, place: string): CopyState {
  switch (event.kind) {
    case 'messageStored':
      return event.detail.place === place ? 'waiting' : 'inFlight';
    case 'messageRouted':
    case 'messageRequeued':
      return 'waiting';
    case 'messageDelivered':
      return event.detail.settled ? 'taken' : 'inFlight';
    case 'messageAcked':
      return 'acked';
    case 'messageExpired':
      return 'expired';
    case 'messageDeadLettered':
      return 'deadLettered';
    case 'messageDropped':
      return 'dropped';
    default:
      throw new Error(`Unknown event of a copy: ${String(event satisfies never)}.`);
  }
}
