/** One numbered database: keys, their values and expiry, and who watches a key. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { DropReason, SourceLine } from '../../../trace/event.ts';
import { type Page, Roster } from '../../parts/roster.ts';
import type { BinaryText } from './binary-text.ts';
import type { DatabaseParts, Entry } from './database-entry.ts';
import type { KeyspaceEvents } from './keyspace-events.ts';
import { wrongType } from './reply.ts';
import type { Story } from './story.ts';
import { emptyValue, isEmpty, messagesIn, type Value, type ValueOf, type ValueType } from './value.ts';
import type { WaitingRoom } from './waiting-room.ts';
import { Watchers } from './watchers.ts';

export class Database {
  readonly index: number;
  /** On a replica: what has expired is not seen any more, but stays until the master says that it is gone. */
  keepsExpired = false;
  /** Told of each key that has changed, come or gone. */
  onChange: (key: BinaryText) => void = () => {};
  readonly #environment: BrokerEnvironment;
  readonly #story: Story;
  readonly #waitingRoom: WaitingRoom;
  readonly #keyspaceEvents: KeyspaceEvents;
  readonly #entries = new Roster<Entry>();
  readonly watchers = new Watchers();

  constructor(index: number, { environment, story, waitingRoom, keyspaceEvents }: DatabaseParts) {
    this.index = index;
    this.#environment = environment;
    this.#story = story;
    this.#waitingRoom = waitingRoom;
    this.#keyspaceEvents = keyspaceEvents;
  }

  get size(): number {
    return this.#entries.size;
  }

  get expiringCount(): number {
    return [...this.#entries].filter(([, entry]) => entry.expiry !== null).length;
  }

  /** Keys with their values, those that have expired left out. */
  *entries(): Iterable<readonly [BinaryText, Value]> {
    for (const key of [...this.#entries.keys()]) {
      const value = this.find(key);
      if (value !== undefined) yield [key, value];
    }
  }

  /** The next so many keys with their values, from cursor 0 on. */
  page(cursor: number, count: number): Page<Value> {
    const page = this.#entries.page(cursor, count);
    const living = page.entries.flatMap(([key]) => {
      const value = this.find(key);
      return value === undefined ? [] : [[key, value] as const];
    });
    return { entries: living, cursor: page.cursor };
  }

  /** Any key, drawn by `random` from [0, 1). */
  anyKey(random: () => number): BinaryText | undefined {
    if (this.keepsExpired) {
      const living = [...this.entries()];
      return living[Math.floor(random() * living.length)]?.[0];
    }
    while (this.size > 0) {
      const [key] = this.#entries.at(Math.floor(random() * this.size)) as readonly [BinaryText, Entry];
      if (this.find(key) !== undefined) return key;
    }
    return undefined;
  }

  find(key: BinaryText): Value | undefined {
    return this.#entry(key)?.value;
  }

  /** The value if it has this type, undefined if there is none. Throws WRONGTYPE when it has another. */
  findAs<T extends ValueType>(key: BinaryText, type: T): ValueOf<T> | undefined {
    const value = this.find(key);
    if (value !== undefined && value.type !== type) throw wrongType();
    return value as ValueOf<T> | undefined;
  }

  /** The same, made empty if there is none; the caller puts something into it. */
  findOrMake<T extends ValueType>(key: BinaryText, type: T): ValueOf<T> {
    const found = this.findAs(key, type);
    if (found !== undefined) return found;
    const value = emptyValue(type);
    this.#entries.set(key, { value, expiry: null });
    this.#tellNew(key);
    return value;
  }

  /** Lets the key hold an empty value in place of what was there; the caller puts something into it. */
  makeAnew<T extends ValueType>(key: BinaryText, type: T, source: SourceLine | undefined): ValueOf<T> {
    const old = this.#entry(key);
    if (old === undefined) return this.findOrMake(key, type);
    this.#giveUp(key, old, source);
    old.expiry?.cancel();
    const value = emptyValue(type);
    this.#entries.set(key, { value, expiry: null });
    return value;
  }

  /** Replaces what the key holds; what was there is gone, its expiry too unless it is to be kept. */
  put(key: BinaryText, value: Value, options: { keepExpiry?: boolean; source?: SourceLine | undefined } = {}): void {
    const old = this.#entry(key);
    if (old !== undefined) this.#giveUp(key, old, options.source);
    if (old !== undefined && options.keepExpiry === true) {
      old.value = value;
    } else {
      old?.expiry?.cancel();
      this.#entries.set(key, { value, expiry: null });
      if (old === undefined) this.#tellNew(key);
    }
    this.changed(key);
  }

  /** Removes the key and tells what becomes of messages in it. False when there was none. */
  remove(key: BinaryText, reason: DropReason, source?: SourceLine): boolean {
    const entry = this.#entry(key);
    if (entry === undefined) return false;
    this.#dropMessages(key, entry.value, reason, source);
    this.#forget(key, entry);
    return true;
  }

  /** Lets what a key holds lie at another key or in another database, with its expiry, in place of what was there. */
  carry(key: BinaryText, target: Database, to: BinaryText, source?: SourceLine): void {
    const entry = this.#entry(key);
    if (entry === undefined) return;
    this.#forget(key, entry);
    target.remove(to, 'deleted', source);
    target.#adopt(to, entry);
    target.#tellNew(to);
  }

  /** Exchanges all keys with another database. */
  swapWith(other: Database): void {
    const [mine, others] = [[...this.#entries], [...other.#entries]];
    this.forgetAll();
    other.forgetAll();
    for (const [key, entry] of mine) other.#adopt(key, entry);
    for (const [key, entry] of others) this.#adopt(key, entry);
  }

  /** To be called after a value was changed in place: an empty one goes, watchers are told. Whether the key is gone. */
  changed(key: BinaryText): boolean {
    const entry = this.#entries.get(key);
    if (entry !== undefined && isEmpty(entry.value)) {
      this.#forget(key, entry);
      return true;
    }
    this.#tellWatchers(key);
    return false;
  }

  /** The same where WATCH counts it as no change: what a group has read, or acked. */
  changedQuietly(key: BinaryText): void {
    this.onChange(key);
  }

  /** Removes every key. */
  clear(reason: DropReason, source?: SourceLine): void {
    for (const key of [...this.#entries.keys()]) this.remove(key, reason, source);
  }

  /** Removes every key without a word: the caller tells what became of the messages. */
  forgetAll(): void {
    for (const [key, entry] of [...this.#entries]) this.#forget(key, entry);
  }

  /** Microseconds until the key expires, -1 if it does not, -2 if there is no key. */
  remainingMicros(key: BinaryText): number {
    const entry = this.#entry(key);
    if (entry === undefined) return -2;
    return entry.expiry === null ? -1 : entry.expiry.atMicros - this.#environment.nowMicros();
  }

  /** Lets an existing key expire after so many microseconds; a time that is over removes it at once. Whether the key is there afterwards. */
  expireAfter(key: BinaryText, delayMicros: number): boolean {
    const entry = this.#entry(key);
    if (entry === undefined) return false;
    entry.expiry?.cancel();
    if (delayMicros <= 0) {
      this.remove(key, 'deleted');
      return false;
    }
    this.#expireAt(key, entry, this.#environment.nowMicros() + delayMicros);
    this.#tellWatchers(key);
    return true;
  }

  /** Takes the expiry away. False when there was none. */
  persist(key: BinaryText): boolean {
    const entry = this.#entry(key);
    if (entry === undefined || entry.expiry === null) return false;
    entry.expiry.cancel();
    entry.expiry = null;
    this.#tellWatchers(key);
    return true;
  }

  /** Also those that have expired. */
  allKeys(): BinaryText[] {
    return [...this.#entries.keys()];
  }

  /** What the key holds, also when it has expired. */
  valueOrExpired(key: BinaryText): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Puts what a master has in the place of what is here, or takes the key out, without a word: the caller tells of the messages. */
  replace(key: BinaryText, value: Value | undefined, expiresAtMicros: number | null): void {
    const old = this.#entries.get(key);
    if (old !== undefined) this.#forget(key, old);
    if (value === undefined) return;
    const entry: Entry = { value, expiry: null };
    this.#entries.set(key, entry);
    if (expiresAtMicros !== null) this.#expireAt(key, entry, expiresAtMicros);
    this.#tellWatchers(key);
  }

  /** A replica has become a master: what has expired meanwhile goes. */
  keepExpiredNoLonger(): void {
    if (!this.keepsExpired) return;
    this.keepsExpired = false;
    for (const key of this.allKeys()) this.find(key);
  }

  #entry(key: BinaryText): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.expiry === null || entry.expiry.atMicros > this.#environment.nowMicros()) return entry;
    this.#expire(key, entry);
    return undefined;
  }

  #expireAt(key: BinaryText, entry: Entry, atMicros: number): void {
    const delayMicros = Math.max(0, atMicros - this.#environment.nowMicros());
    entry.expiry = { atMicros, cancel: this.#environment.schedule(delayMicros, () => this.#expireInTime(key, entry), { daemon: true }) };
  }

  #adopt(key: BinaryText, { value, expiry }: Entry): void {
    this.#entries.set(key, { value, expiry: null });
    this.#tellWatchers(key);
    if (expiry !== null) this.expireAfter(key, expiry.atMicros - this.#environment.nowMicros());
  }

  #expire(key: BinaryText, entry: Entry): void {
    if (this.keepsExpired || this.#entries.get(key) !== entry) return;
    for (const message of messagesIn(entry.value)) this.#story.expired(key, message);
    this.#forget(key, entry);
    this.#keyspaceEvents.tell('expired', 'expired', this.index, key);
  }

  /** An expiry that no command has caused. */
  #expireInTime(key: BinaryText, entry: Entry): void {
    this.#expire(key, entry);
    this.#waitingRoom.serve();
  }

  #forget(key: BinaryText, entry: Entry): void {
    entry.expiry?.cancel();
    this.#entries.delete(key);
    this.#tellReaders(key, entry.value);
    this.#tellWatchers(key);
  }

  /** What the key holds goes, and something else takes its place. */
  #giveUp(key: BinaryText, { value }: Entry, source: SourceLine | undefined): void {
    this.#dropMessages(key, value, 'deleted', source);
    this.#tellReaders(key, value);
  }

  #tellNew(key: BinaryText): void {
    this.#keyspaceEvents.tell('new', 'new', this.index, key);
  }

  #dropMessages(key: BinaryText, value: Value, reason: DropReason, source: SourceLine | undefined): void {
    for (const message of messagesIn(value)) this.#story.dropped(key, message, reason, source);
  }

  /** Whoever waits in a group of a stream that is gone would wait for ever (signalDeletedKeyAsReady in blocked.c). */
  #tellReaders(key: BinaryText, gone: Value): void {
    if (gone.type === 'stream') this.#waitingRoom.signalGone(this, key);
  }

  #tellWatchers(key: BinaryText): void {
    this.onChange(key);
    this.watchers.tell(key);
  }
}
