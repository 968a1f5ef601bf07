/** Following: this server as the replica of another one, from the first call to the last change. */
import type { BrokerEnvironment } from '../../../../engine/broker.ts';
import { textOf } from '../../../parts/text.ts';
import { binaryText } from '../binary-text.ts';
import type { RedisServer } from '../redis-server.ts';
import type { Value } from '../value.ts';
import { valueOfDump } from './dump.ts';

/** The way to the master: words there, and words back. */
export interface MasterLine {
  send(words: readonly string[]): void;
  end(): void;
}

export interface LineListener {
  opened(): void;
  received(words: readonly Uint8Array[]): void;
  /** Once, also when nobody answered. */
  closed(): void;
}

export type Dial = (host: string, port: number, listener: LineListener) => MasterLine;

export interface Master {
  readonly host: string;
  readonly port: number;
}

/** As ROLE tells it. */
export type LinkState = 'connect' | 'connecting' | 'sync' | 'connected';

interface ReplicatedKey {
  readonly value: Value;
  readonly expiresAtMicros: number | null;
}

const SECOND = 1_000_000;

export class Following {
  master: Master | null = null;
  state: LinkState = 'connect';
  /** When the master was heard last, or the link broke. */
  changedAtMicros = 0;
  readonly #server: RedisServer;
  readonly #dial: Dial;
  #line: MasterLine | null = null;
  /** While everything comes, what has come. */
  #loading: Map<string, ReplicatedKey>[] | null = null;
  #cancelTimer: () => void = () => {};

  constructor(server: RedisServer, dial: Dial) {
    this.#server = server;
    this.#dial = dial;
  }

  follow(master: Master): void {
    this.leave();
    this.master = master;
    this.#in(0, () => this.#connect());
  }

  /** It follows nobody any more. */
  leave(): void {
    const line = this.#line;
    this.killed();
    this.master = null;
    line?.end();
  }

  /** The server is dead, and so is everything that it was about to do. */
  killed(): void {
    this.#line = null;
    this.#loading = null;
    this.state = 'connect';
    this.#cancelTimer();
  }

  #connect(): void {
    const { master } = this;
    if (master === null) return;
    this.state = 'connecting';
    const isCurrent = (): boolean => this.#line === line;
    const line = this.#dial(master.host, master.port, {
      opened: () => {
        if (!isCurrent()) return;
        line.send(['REPLCONF', 'listening-port', String(this.#server.port)]);
        line.send(['PSYNC', '?', '-1', 'inflight']);
      },
      received: (words) => {
        if (isCurrent()) this.#received(words);
      },
      closed: () => {
        if (isCurrent()) this.#lost();
      },
    });
    this.#line = line;
  }

  /** A link that was up is tried again at once, then every second (replicationCron in replication.c). */
  #lost(): void {
    const wasUp = this.state === 'connected';
    this.killed();
    this.changedAtMicros = this.#environment.nowMicros();
    this.#in(wasUp ? 0 : SECOND, () => this.#connect());
  }

  #received(words: readonly Uint8Array[]): void {
    const [name = '', first = '', second = ''] = words.map(binaryText);
    this.changedAtMicros = this.#environment.nowMicros();
    switch (name) {
      case '+OK':
        return;
      case '+FULLRESYNC':
        // Another server than ours sends a file that only Redis reads.
        if (textOf(words[3] ?? new Uint8Array(0)) !== 'inflight') break;
        this.#server.dismissReplicas();
        this.#server.followers.id = first;
        this.state = 'sync';
        this.#loading = this.#server.databases.map(() => new Map());
        return;
      case 'KEY':
        return this.#take(Number(first), second, words);
      case 'SYNCED':
        return this.#load(Number(first));
      case 'OFFSET':
        this.#server.followers.offset = Number(first);
        this.#server.waitingRoom.serve();
        this.#server.waitingRoom.resumeServed();
        return;
      case 'PUBLISH':
      case 'SPUBLISH':
        return this.#server.pubsub.relay(name, first, words[2] ?? new Uint8Array(0), binaryText(words[3] ?? new Uint8Array(0)));
      case 'REPLCONF':
        return this.#ack();
    }
    const line = this.#line;
    this.#lost();
    line?.end();
  }

  #take(index: number, key: string, words: readonly Uint8Array[]): void {
    const expiry = binaryText(words[3] ?? new Uint8Array(0));
    const expiresAtMicros = expiry === '' ? null : Number(expiry) - this.#environment.epochMs * 1_000;
    const replicated = words.length < 5 ? undefined : { value: valueOfDump(textOf(words[4] as Uint8Array)), expiresAtMicros };
    if (this.#loading === null) this.#put(index, key, replicated);
    else if (replicated !== undefined) this.#loading[index]?.set(key, replicated);
  }

  /** All has come: it takes the place of what was there. */
  #load(offset: number): void {
    const { databases, story, followers } = this.#server;
    for (const [index, database] of databases.entries()) {
      const loaded = this.#loading?.[index] ?? new Map<string, ReplicatedKey>();
      for (const key of database.allKeys()) if (!loaded.has(key)) this.#put(index, key, undefined);
      for (const [key, replicated] of loaded) this.#put(index, key, replicated);
    }
    this.#loading = null;
    story.holdsCopies = true;
    followers.offset = offset;
    this.state = 'connected';
    this.#ackEverySecond();
  }

  #put(index: number, key: string, replicated: ReplicatedKey | undefined): void {
    const database = this.#server.database(index);
    this.#server.copies.replaced(key, database.valueOrExpired(key), replicated?.value);
    database.replace(key, replicated?.value, replicated?.expiresAtMicros ?? null);
    this.#server.waitingRoom.signal(database, key);
  }

  #ackEverySecond(): void {
    this.#ack();
    this.#in(SECOND, () => this.#ackEverySecond());
  }

  #ack(): void {
    this.#line?.send(['REPLCONF', 'ACK', String(this.#server.followers.offset)]);
  }

  /** There is one timer at a time, and none keeps a run alive. */
  #in(delayMicros: number, callback: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#environment.schedule(delayMicros, callback, { daemon: delayMicros > 0 });
  }

  get #environment(): BrokerEnvironment {
    return this.#server.environment;
  }
}
