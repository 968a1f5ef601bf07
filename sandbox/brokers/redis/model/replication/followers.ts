/** The followers: the replicas of this server, what they are told, and how far each says that it has come. */
import type { BrokerEnvironment } from '../../../../engine/broker.ts';
import { bytesOf } from '../../../parts/text.ts';
import { type BinaryText, binaryBytes } from '../binary-text.ts';
import type { Client } from '../client.ts';
import type { Database } from '../database.ts';
import { array, bulk, type Reply, status, word } from '../reply.ts';
import { dumpOf } from './dump.ts';

export interface Follower {
  readonly client: Client;
  /** Where it answers itself, as it says. */
  readonly port: number;
  /** How far it has acknowledged; null before it has everything. */
  ackedOffset: number | null;
  ackedAtMicros: number;
}

/** What the command would take by which Redis tells of a change that no command made, such as an expiry. */
const UNASKED_BYTES = 20;
const QUESTION_BYTES = 37;
const HEX_DIGITS = 40;

/**
 * Replicas get each key that has changed as a whole, once for each event, as persistence saves it: that keeps the identity of the
 * messages, where a command that is run again would mint new ones. The offset counts the bytes of the commands all the same.
 */
export class Followers {
  /** Names the history of this server's data. */
  id: string;
  /** How many bytes of changes there have been since the first replica came. */
  offset = 0;
  /** Whether changes are noted: since there is a replica, or a master. */
  isOn = false;
  /** Told by the server: what a replica does comes with its master's offset. */
  counts = true;
  readonly #environment: BrokerEnvironment;
  readonly #databases: readonly Database[];
  readonly #followers = new Map<Client, Follower>();
  readonly #changed: Set<BinaryText>[];
  #published: Reply[] = [];
  #isHooked = false;
  #hasUncounted = false;
  #wantsAcks = false;
  #isFlushing = false;

  constructor(environment: BrokerEnvironment, databases: readonly Database[]) {
    this.#environment = environment;
    this.#databases = databases;
    this.#changed = databases.map(() => new Set());
    this.id = '0'.repeat(HEX_DIGITS);
  }

  get all(): Follower[] {
    return [...this.#followers.values()];
  }

  has(client: Client): boolean {
    return this.#followers.has(client);
  }

  begin(): void {
    if (!this.isOn) this.renew();
    this.isOn = true;
    if (this.#isHooked) return;
    this.#isHooked = true;
    for (const database of this.#databases) {
      const before = database.onChange;
      database.onChange = (key) => {
        before(key);
        this.#note(database, key);
      };
    }
  }

  /** What is there from now on is another history. */
  renew(): void {
    this.id = Array.from({ length: HEX_DIGITS }, () => Math.floor(this.#environment.random() * 16).toString(16)).join('');
  }

  /** The server starts anew, without any replica. */
  forgetAll(): void {
    this.isOn = false;
    this.offset = 0;
    for (const keys of this.#changed) keys.clear();
    this.#published = [];
    this.#hasUncounted = false;
  }

  /** A replica gets all there is, and from now on whatever changes. */
  add(client: Client, port: number): void {
    this.begin();
    this.flush();
    client.outbox.reply(status(`FULLRESYNC ${this.id} ${this.offset} inflight`));
    for (const database of this.#databases)
      for (const [key] of database.entries()) client.outbox.reply(keyNews(database, key, this.#environment));
    client.outbox.reply(news('SYNCED', String(this.offset)));
    this.#followers.set(client, { client, port, ackedOffset: null, ackedAtMicros: this.#environment.nowMicros() });
  }

  remove(client: Client): void {
    this.#followers.delete(client);
  }

  acked(client: Client, offset: number): void {
    const follower = this.#followers.get(client);
    if (follower === undefined) return;
    follower.ackedOffset = Math.max(offset, follower.ackedOffset ?? 0);
    follower.ackedAtMicros = this.#environment.nowMicros();
  }

  /** How many have acknowledged everything up to there. */
  countAcked(offset: number): number {
    return this.all.filter(({ ackedOffset }) => ackedOffset !== null && ackedOffset >= offset).length;
  }

  /** Asks all of them how far they are. */
  askForAcks(): void {
    if (!this.isOn) return;
    this.#wantsAcks = true;
    this.#flushLater();
  }

  /** A client's command is done: what it has changed counts, and the client has written up to here. */
  executed(client: Client, args: readonly Uint8Array[]): void {
    if (this.#hasUncounted) this.#count(bytesOfCommand(args));
    client.writtenTo = this.offset;
  }

  published(command: 'PUBLISH' | 'SPUBLISH', channel: BinaryText, bytes: Uint8Array, messageId: string): void {
    this.#hasUncounted = true;
    this.#published.push(array([word(command), bulk(binaryBytes(channel)), bulk(bytes), word(messageId)]));
    this.#flushLater();
  }

  /** Tells the replicas what has changed since the last time. */
  flush(): void {
    if (this.#hasUncounted) this.#count(UNASKED_BYTES);
    const told = this.#databases.flatMap((database, index) =>
      [...(this.#changed[index] as Set<BinaryText>)].map((key) => keyNews(database, key, this.#environment)),
    );
    told.push(...this.#published);
    if (told.length > 0) told.push(news('OFFSET', String(this.offset)));
    if (this.#wantsAcks) {
      // The question counts, but is not yet in what is acknowledged.
      this.#count(QUESTION_BYTES);
      told.push(news('REPLCONF', 'GETACK', '*'), news('OFFSET', String(this.offset)));
    }
    for (const keys of this.#changed) keys.clear();
    this.#published = [];
    this.#wantsAcks = false;
    for (const client of [...this.#followers.keys()]) for (const each of told) client.outbox.reply(each);
  }

  #note(database: Database, key: BinaryText): void {
    if (!this.isOn) return;
    this.#changed[database.index]?.add(key);
    this.#hasUncounted = true;
    this.#flushLater();
  }

  #count(byteCount: number): void {
    this.#hasUncounted = false;
    if (this.counts) this.offset += byteCount;
  }

  /** When the running event is over, as Redis does before it sleeps. */
  #flushLater(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    this.#environment.schedule(0, () => {
      this.#isFlushing = false;
      this.flush();
    });
  }
}

function news(...words: readonly string[]): Reply {
  return array(words.map(word));
}

/** A key as it is now: its database, its name, when it expires, and its value; without these two when it is gone. */
function keyNews(database: Database, key: BinaryText, environment: BrokerEnvironment): Reply {
  const value = database.find(key);
  const head = [word('KEY'), word(String(database.index)), bulk(binaryBytes(key))];
  if (value === undefined) return array(head);
  const remaining = database.remainingMicros(key);
  const expiresAt = remaining < 0 ? '' : String(environment.epochMs * 1_000 + environment.nowMicros() + remaining);
  return array([...head, word(expiresAt), bulk(bytesOf(dumpOf(value)))]);
}

/** How many bytes a command takes in RESP. */
function bytesOfCommand(args: readonly Uint8Array[]): number {
  let count = `*${args.length}\r\n`.length;
  for (const { length } of args) count += `$${length}\r\n`.length + length + 2;
  return count;
}
