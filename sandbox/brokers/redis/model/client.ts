/** One connected client: what the server remembers of it between commands. */
import type { BinaryText } from './binary-text.ts';
import type { Database } from './database.ts';
import type { SubscriptionKind } from './pubsub.ts';
import type { Reply } from './reply.ts';
import { Transaction } from './transaction.ts';
import type { Wait } from './waiting-room.ts';
import type { Watcher } from './watchers.ts';

/** The way back to the client. */
export interface Outbox {
  /** The process at the other end. */
  readonly client: string;
  /** The connection, as the client list names it. */
  readonly address: string;
  reply(reply: Reply): void;
  /** Closes the connection once the next reply is sent. */
  endAfterReply(): void;
  /** Closes the connection at once. */
  end(): void;
  /** The client is no longer blocked: go on with what it sent meanwhile. */
  resume(): void;
}

export class Client implements Watcher {
  readonly id: number;
  readonly outbox: Outbox;
  /** The RESP version that the client speaks. */
  protocol: 2 | 3 = 2;
  name = '';
  database: Database;
  /** It asked to be spared when memory is short. */
  isSpared = false;
  readonly connectedAtMicros: number;
  lastCommand: { readonly name: string; readonly atMicros: number };
  /** The blocking command that the client is in. */
  wait: Wait | null = null;
  /** How far the master had written when the client's last command was done: WAIT asks for that. */
  writtenTo = 0;
  /** Where a replica answers itself. */
  listeningPort = 0;
  readonly transaction = new Transaction();
  /** What it listens to, in the order in which it began. */
  readonly subscriptions: Readonly<Record<SubscriptionKind, Set<BinaryText>>> = {
    channel: new Set(),
    pattern: new Set(),
    shard: new Set(),
  };

  constructor(id: number, outbox: Outbox, database: Database, nowMicros: number) {
    this.id = id;
    this.outbox = outbox;
    this.database = database;
    this.connectedAtMicros = nowMicros;
    this.lastCommand = { name: 'NULL', atMicros: nowMicros };
  }

  get isListening(): boolean {
    const { channel, pattern, shard } = this.subscriptions;
    return channel.size + pattern.size + shard.size > 0;
  }

  keyChanged(): void {
    this.transaction.spoiled = true;
  }
}
