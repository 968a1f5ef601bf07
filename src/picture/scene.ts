/** The scene: where everything is after one event of a run. The picture is drawn from it and from nothing else. */
import type { Details, TraceEvent } from '../../sandbox/trace/event.ts';

export type ProcessState = 'notStarted' | 'running' | 'crashed' | 'exited';

/** A message in the hands of a process. */
export interface Held {
  readonly messageId: string;
  /** Id of the place that it was taken from. */
  readonly place: string;
  /** Taken for good: nobody waits for an ack. */
  readonly settled: boolean;
  /** It had been delivered before. */
  readonly again: boolean;
  /** Its holder died with it, and nobody else has it. */
  readonly lost: boolean;
}

export interface ProcessScene {
  readonly name: string;
  readonly state: ProcessState;
  /** From 1; 0 before the first start. */
  readonly life: number;
  readonly exitCode: number | null;
  /** Its event loop does not turn before this time, in microseconds. */
  readonly blockedUntilMicros: number;
  /** The last line that it printed in this life. */
  readonly said: string | null;
  readonly hands: readonly Held[];
}

/** Somebody who waits before a full place. */
export interface Chair {
  readonly client: string;
  readonly text: string;
}

export interface PlaceScene {
  /** `owner/name`. */
  readonly id: string;
  readonly name: string;
  /** The broker that keeps it, or the process in whose memory it is. */
  readonly owner: string;
  /** Message ids from the head on. */
  readonly waiting: readonly string[];
  /** What was lost with the memory of its owner; it is drawn until the owner starts again. */
  readonly lost: readonly string[];
  readonly acked: number;
  /** Taken for good. */
  readonly taken: number;
  readonly dropped: number;
  readonly capacity: number | null;
  readonly chairs: readonly Chair[];
  /** Clients that wait for a message while it is empty, the longest first. */
  readonly waiters: readonly string[];
  /** Clients that get whatever passes through it; twice when they listen twice. */
  readonly listeners: readonly string[];
  /** Of a stream, which keeps its messages for all of them. */
  readonly groups: readonly GroupScene[];
}

/** How far a group has read a stream, and what each of its consumers has been given and not acked. */
export interface GroupScene {
  readonly name: string;
  /** The id of the last entry that was given to it; null while nobody knows. */
  readonly position: string | null;
  readonly acked: number;
  readonly consumers: readonly ConsumerScene[];
}

export interface ConsumerScene {
  readonly name: string;
  readonly pending: readonly PendingScene[];
}

export interface PendingScene {
  readonly messageId: string;
  /** The process that got it last. */
  readonly client: string;
  readonly deliveries: number;
  /** Since when it lies idle. */
  readonly sinceMicros: number;
}

/** A message that passes through a channel with this very event. */
export interface Pulse {
  readonly messageId: string;
  readonly place: string;
  /** Who has got it so far. */
  readonly heardBy: readonly string[];
  /** Nobody listened. */
  readonly isUnheard: boolean;
}

/** A message between its publisher and the place where it will wait. */
export interface Sent {
  readonly messageId: string;
  readonly client: string;
  /** The process or broker that accepted it. */
  readonly owner: string;
  /** The queue that a router chose, once it is known. */
  readonly place: string | null;
  /** What it was sent to: a queue, or the exchange of a router. */
  readonly to: string;
}

/** A message that leaves the picture with this very event. */
export interface Leaving {
  readonly messageId: string;
  readonly place: string;
  readonly end: 'done' | 'lost';
}

/** Something outside that cannot be taken back. */
export interface EffectScene {
  readonly effect: string;
  readonly key: string;
  readonly count: number;
}

/** A fault that is not over at once. */
export interface FaultScene {
  readonly kind: string;
  /** A process or broker, or the host at one end of a way. */
  readonly at: string;
  readonly other: string | null;
  /** Null: until there is a new connection. */
  readonly untilMicros: number | null;
}

export interface Scene {
  /** The event that has just happened; -1 before the first. */
  readonly sequence: number;
  readonly atMicros: number;
  readonly event: TraceEvent | null;
  readonly processes: ReadonlyMap<string, ProcessScene>;
  readonly places: ReadonlyMap<string, PlaceScene>;
  readonly sent: readonly Sent[];
  readonly leaving: readonly Leaving[];
  readonly pulse: Pulse | null;
  /** By effect, key and value, in order of the first time. */
  readonly effects: ReadonlyMap<string, EffectScene>;
  /** Open connections between two processes, by their id. */
  readonly connections: ReadonlyMap<string, { readonly client: string; readonly server: string }>;
  /** Also those whose time is over: `faults.ts` asks which last. */
  readonly faults: readonly FaultScene[];
  /** Of brokers that copy another one, or are copied: as far as they have said. */
  readonly roles: ReadonlyMap<string, 'master' | 'replica'>;
}

/** Twice the same is a duplicate; two mails to one customer are not. */
export function effectId({ effect, key, value }: Details['effect']): string {
  return `${effect} ${key} ${value}`;
}

export function placeId(owner: string, name: string): string {
  return `${owner}/${name}`;
}
