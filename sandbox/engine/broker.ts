/** What a simulated broker is to the machine that hosts it: the kernel's virtual network, or real TCP in Node. */

import type { Waiting } from '../trace/ended.ts';
import type { Happening, SourceLine } from '../trace/event.ts';

/** What a broker may use of its host. There is no other clock, chance or output. */
export interface BrokerEnvironment {
  /** What the host calls the broker, and the trace the process in which its events happen. */
  readonly name: string;
  /** Microseconds since the run began (virtual) or since the server started (real TCP). */
  nowMicros(): number;
  /** Milliseconds since 1970 at `nowMicros() === 0`, for brokers that show wall-clock time. */
  readonly epochMs: number;
  /** Runs `callback` after the delay; a daemon does not keep a run alive. Returns a function that cancels it. */
  schedule(delayMicros: number, callback: () => void, options?: { daemon?: boolean }): () => void;
  /** Records an event as the broker's own. */
  record(happening: Happening): void;
  /** The same for protocol chatter, which is put into words only when somebody reads it: a sweep does not. */
  recordWire(describe: () => Happening): void;
  /** An even draw from [0, 1) of the broker's own stream. */
  random(): number;
  /** A new message id, unique in the run. */
  mintMessageId(): string;
  /**
   * Opens a connection to another server, such as the master of a replica. What becomes of it the session hears: `opened`, then
   * bytes, and `closed` exactly once, also when nobody answers there.
   */
  connect(host: string, port: number, session: OutboundSession): OutboundConnection;
}

/** What a broker hears of a connection that it has opened itself. */
export interface OutboundSession {
  opened(): void;
  received(bytes: Uint8Array): void;
  closed(): void;
}

/** The broker's side of a connection that it has opened itself. */
export type OutboundConnection = Pick<BrokerConnection, 'send' | 'end'>;

/** The broker's side of one client connection. */
export interface BrokerConnection {
  /** Unique in the run, such as `worker-1:3`. */
  readonly id: string;
  /** The process at the other end, or its address on real TCP. */
  readonly client: string;
  /** Sends bytes; the host batches what one event sends. The array belongs to the host afterwards. */
  send(bytes: Uint8Array): void;
  /** Closes after what was sent has arrived. */
  end(): void;
  /** Whether the host has given the client up in the middle of an event, so that the rest of its bytes need no answer. Left out where that never happens. */
  isGone?(): boolean;
}

/** What the host tells the broker about one connection. */
export interface BrokerSession {
  /**
   * Bytes from the client, cut anywhere. `sourceAt(offset)` is the learner's line that made the byte at that offset of
   * this array, where known.
   */
  received(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined): void;
  /** The connection is gone, for whatever reason; called exactly once, also after `end`. */
  closed(): void;
  /** How many bytes it keeps of what came and is not done: a command that is not complete, or those behind one that waits. */
  keptBytes?(): number;
}

export interface Broker {
  accept(connection: BrokerConnection): BrokerSession;
  /** Who is blocked on this broker, for the end of a run. */
  waiting(): readonly Waiting[];
  /** The server process dies; its connections are gone already. Nothing that it does from now on, such as saving, counts. */
  killed?(): void;
  /** It starts again: only what is durable is kept. */
  restarted(): void;
}

/** What survives the death of a Redis server: nothing, what its last snapshot held, or what its append-only file holds. */
export type Durability =
  | 'none'
  | { readonly snapshotEveryMs: number }
  /** When the file is brought to the disk: after each command, or once a second. */
  | { readonly appendOnly: 'always' | 'everysec' };

/** How a broker is set up. */
export interface BrokerSettings {
  readonly durability?: Durability;
  /** Where it answers; the default port of the real server when not given. */
  readonly port?: number;
  /** The server of which it is a replica from the start. */
  readonly replicaOf?: { readonly host: string; readonly port: number };
}

export interface BrokerDefinition {
  /** The default TCP port of the real server. */
  readonly port: number;
  /** The version that the greeting names, such as `7.0.15`. */
  readonly version: string;
  create(environment: BrokerEnvironment, settings?: BrokerSettings): Broker;
}
