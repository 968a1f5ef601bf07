/** The event: one thing that happened in a run, the only thing that views, judges and metrics read. */

/** A line of the learner's own text. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/**
 * Who is meant to see an event: `story` is what a reader steps over, `wire` is protocol chatter that is folded away,
 * `kernel` is the machine's own bookkeeping.
 */
export type Level = 'story' | 'wire' | 'kernel';

export type ConsoleMethod = 'log' | 'info' | 'warn' | 'error' | 'debug';

/** Why a process stopped without asking for it. */
export type CrashCause = 'fault' | 'uncaughtException' | 'unhandledRejection';

/** Why a message was thrown away rather than delivered. */
export type DropReason =
  | 'noSubscriber'
  | 'unroutable'
  | 'rejected'
  | 'full'
  | 'trimmed'
  | 'deleted'
  | 'purged'
  | 'processLost'
  | 'replaced';

/** In which group of a place, and with which of its consumers, where several groups have the same message. */
interface InGroup {
  readonly group?: string;
  readonly consumer?: string;
}

/** What kind of place messages wait in or pass through, where a broker has several. */
export type PlaceForm = 'list' | 'sortedSet' | 'channel' | 'stream';

/**
 * The kinds of event and what each one tells. `place` is where messages wait or pass: a queue, list, stream, channel or
 * partition, named as the learner names it. `client` is the process at the other end of a broker's connection.
 */
export interface Details {
  processStarted: { readonly incarnation: number };
  processCrashed: { readonly cause: CrashCause; readonly said: string };
  processRestarted: { readonly incarnation: number };
  processExited: { readonly code: number };
  /** The event loop of the process did not turn for `forMicros`, counted from the event's own time. */
  processBlocked: { readonly forMicros: number };
  console: { readonly method: ConsoleMethod; readonly text: string };
  /** Something that leaves the system and cannot be taken back: money, mail, a row. `key` says which one it is. */
  effect: { readonly effect: string; readonly key: string; readonly value: string };
  /**
   * `at` is the process or broker that is struck, or the host at one end of a way whose other end is `other`. It lasts for
   * `forMicros`; null when it is over at once or with the next connection.
   */
  fault: {
    readonly fault: string;
    readonly said: string;
    readonly at: string;
    readonly other: string | null;
    readonly forMicros: number | null;
  };
  connectionOpened: { readonly connection: string; readonly client: string; readonly server: string };
  connectionClosed: { readonly connection: string; readonly client: string; readonly server: string; readonly said: string };
  messagePublished: { readonly client: string; readonly to: string; readonly key: string | null; readonly text: string };
  /** A publisher waits before a full place; what it brings is no message yet. */
  publishBlocked: { readonly client: string; readonly place: string; readonly text: string };
  /** A full place turned a publisher away: its call failed. */
  publishRefused: { readonly client: string; readonly place: string; readonly text: string };
  /** The place is used for the first time. */
  placeMade: { readonly place: string; readonly form: PlaceForm };
  /** A client waits before an empty place until something arrives; `text` is how it asked: `BRPOP`. */
  waitStarted: { readonly client: string; readonly place: string; readonly text: string };
  /** It waits no longer: it was served, its time is up, or it is gone. */
  waitEnded: { readonly client: string; readonly place: string };
  /** From now on a client gets whatever passes through the place, or through all places that fit the pattern. */
  listenStarted: { readonly client: string; readonly place: string; readonly isPattern: boolean };
  listenEnded: { readonly client: string; readonly place: string; readonly isPattern: boolean };
  messageRouted: { readonly from: string; readonly place: string };
  /** At most so many messages may wait in the place. */
  placeLimited: { readonly place: string; readonly capacity: number };
  messageStored: {
    readonly place: string;
    readonly at: 'head' | 'tail';
    /** The name that the broker gives it there, such as `1700000000000-0`. */
    readonly id?: string;
    /** Where messages wait in order of a number: this one's. */
    readonly score?: number;
  };
  messageDelivered: {
    readonly place: string;
    readonly client: string;
    readonly redelivered: boolean;
    readonly settled: boolean;
  } & InGroup & {
      /** How often the message was delivered in the group by now, where the broker counts. */
      readonly deliveries?: number;
      /** The end of a list at which it was taken. */
      readonly at?: 'head' | 'tail';
    };
  messageAcked: { readonly place: string; readonly client: string } & InGroup;
  /** A replica has got its copy of a message that its master holds; the message itself is no other one. */
  messageCopied: Details['messageStored'];
  /** The copy is gone, because the master has the message there no more, or with the replica's memory. */
  copyRemoved: { readonly place: string };
  /** A server has become the master of its data, or the replica of another one at an address. */
  roleChanged: { readonly role: 'master' | 'replica'; readonly of: string | null };
  messageRequeued: { readonly place: string; readonly client: string };
  messageExpired: { readonly place: string };
  messageDeadLettered: { readonly place: string; readonly to: string; readonly reason: string };
  messageDropped: { readonly place: string; readonly reason: DropReason };
  memberJoined: { readonly group: string; readonly member: string; readonly place?: string };
  memberLeft: { readonly group: string; readonly member: string; readonly place?: string };
  positionMoved: { readonly place: string; readonly group: string; readonly position: string };
  /** A protocol unit on the wire, in words: `LPUSH orders …`, `basic.deliver 1`. */
  request: { readonly client: string; readonly text: string };
  reply: { readonly client: string; readonly text: string };
}

export type Kind = keyof Details;

interface Head {
  /** Position in the trace, from 0; the trace is ordered by (atMicros, order of recording). */
  readonly sequence: number;
  /** Virtual time in microseconds since the run began. */
  readonly atMicros: number;
  /** The process or broker in which it happened. */
  readonly process: string;
  readonly level: Level;
  /** The message concerned; minted by the model when it accepts the message. */
  readonly messageId?: string;
  /** The learner's line that caused it, where that is known; never guessed. An annotation: not part of the trace hash. */
  readonly source?: SourceLine;
  /** Text made by the JavaScript engine, such as a stack. An annotation: not part of the trace hash. */
  readonly annotation?: string;
}

export type TraceEvent = { readonly [K in Kind]: Head & { readonly kind: K; readonly detail: Details[K] } }[Kind];

export type EventOf<K extends Kind> = Extract<TraceEvent, { kind: K }>;

type Unplaced<E> = E extends TraceEvent ? Omit<E, 'sequence' | 'atMicros' | 'process'> : never;

/** What a part of the system says when something happens; the recorder adds time, place and sequence. */
export type Happening = Unplaced<TraceEvent>;
