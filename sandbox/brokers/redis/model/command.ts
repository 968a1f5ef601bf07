/** The command: one entry of the command table, and the call that runs it. */
import type { SourceLine } from '../../../trace/event.ts';
import { type BinaryText, binaryText } from './binary-text.ts';
import type { Client } from './client.ts';
import type { Database } from './database.ts';
import type { EventClass } from './keyspace-events.ts';
import { integerOf } from './number-text.ts';
import type { RedisServer } from './redis-server.ts';
import { NIL, type Reply, wrongArity } from './reply.ts';
import type { Actor } from './story.ts';
import type { Value, ValueOf, ValueType } from './value.ts';

/**
 * `immediate`: inside MULTI it runs at once instead of being queued. `listening`: a RESP2 client that listens to channels may
 * send it. The others are those that COMMAND INFO tells.
 */
export type Flag = 'write' | 'readonly' | 'blocking' | 'immediate' | 'listening';

export interface Command {
  /** In lower case. */
  readonly name: string;
  /** How many arguments, the name included; negative: at least so many (as COMMAND INFO tells it). */
  readonly arity: number;
  readonly flags: readonly Flag[];
  /** Does the command. `BLOCKED` when the answer comes later, `ANSWERED` when the client has been told already. */
  run(call: Call): Reply | typeof BLOCKED | typeof ANSWERED;
}

export const BLOCKED = Symbol('blocked');
export const ANSWERED = Symbol('answered');

/** One running command. */
export class Call {
  readonly server: RedisServer;
  readonly client: Client;
  readonly args: readonly Uint8Array[];
  readonly source: SourceLine | undefined;
  /** Inside EXEC nothing waits: a blocking command answers at once as if its time were up. */
  readonly mayBlock: boolean;

  constructor(server: RedisServer, client: Client, args: readonly Uint8Array[], source: SourceLine | undefined, mayBlock: boolean) {
    this.server = server;
    this.client = client;
    this.args = args;
    this.source = source;
    this.mayBlock = mayBlock;
  }

  get database(): Database {
    return this.client.database;
  }

  get actor(): Actor {
    return { client: this.client.outbox.client, source: this.source };
  }

  /** What the key holds, for a command that only looks at it: that there is nothing is an event (lookupKeyRead in db.c). */
  read(key: BinaryText): Value | undefined {
    const value = this.database.find(key);
    if (value === undefined) this.tell('keymiss', 'keymiss', key);
    return value;
  }

  /** The same of a value that must have this type. */
  readAs<T extends ValueType>(key: BinaryText, type: T): ValueOf<T> | undefined {
    const value = this.database.findAs(key, type);
    if (value === undefined) this.tell('keymiss', 'keymiss', key);
    return value;
  }

  /** To be called after a value was changed in place: an empty one goes, which is an event of its own. */
  changed(eventClass: EventClass, event: string, key: BinaryText): void {
    const isGone = this.database.changed(key);
    this.tell(eventClass, event, key);
    if (isGone) this.tell('generic', 'del', key);
  }

  /** Tells who listens to keyspace events what the command has done to a key. */
  tell(eventClass: EventClass, event: string, key: BinaryText, database = this.database): void {
    this.server.keyspaceEvents.tell(eventClass, event, database.index, key);
  }

  /** The argument's bytes; an argument that is not there is our own bug, since the arity was checked. */
  bytes(index: number): Uint8Array {
    const bytes = this.args[index];
    if (bytes === undefined) throw new Error(`Argument ${index} was read but not sent.`);
    return bytes;
  }

  text(index: number): BinaryText {
    return binaryText(this.bytes(index));
  }

  /** The argument as an option word, in upper case. */
  word(index: number): string {
    return this.text(index).toUpperCase();
  }

  integer(index: number): bigint {
    return integerOf(this.text(index));
  }

  /** An index or count as a number: beyond 53 bits nothing could be told apart. */
  number(index: number): number {
    return Number(this.integer(index));
  }

  /** The arguments from `from` on as text. */
  texts(from: number, to?: number): BinaryText[] {
    return this.args.slice(from, to).map(binaryText);
  }
}

export function matchesArity(command: Command, argumentCount: number): boolean {
  return command.arity >= 0 ? argumentCount === command.arity : argumentCount >= -command.arity;
}

/** Throws when an even number of arguments after `from` was expected and there is an odd one. */
export function requirePairs(call: Call, from: number, name: string): void {
  if ((call.args.length - from) % 2 !== 0) throw wrongArity(name);
}

export function bulkOrNil(bytes: Uint8Array | undefined): Reply {
  return bytes === undefined ? NIL : { kind: 'bulk', bytes };
}
