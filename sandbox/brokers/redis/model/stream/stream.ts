/** The stream: a log of entries, what is remembered of those that are gone, and the groups that read it. */
import type { BinaryText } from '../binary-text.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { EntryLog, type Trim } from './entry-log.ts';
import { compareIds, GREATEST_ID, idAfter, isSameId, LEAST_ID, type StreamId } from './stream-id.ts';
import type { StreamEntry } from './stream-node.ts';

export class Stream {
  readonly log: EntryLog;
  /** The greatest id ever given, also when its entry is gone. */
  lastId: StreamId = LEAST_ID;
  /** The greatest id that XDEL took out. Trimming does not count. */
  maxDeletedId: StreamId = LEAST_ID;
  entriesAdded = 0n;
  readonly #groups = new Map<BinaryText, ConsumerGroup>();

  constructor(log = new EntryLog()) {
    this.log = log;
  }

  get length(): number {
    return this.log.length;
  }

  /** The id of the first entry; 0-0 when there is none. */
  get firstId(): StreamId {
    return this.log.first()?.id ?? LEAST_ID;
  }

  /** The next id at that time: never less than the last one, whatever the clock says. */
  idAt(ms: number): StreamId {
    return this.lastId.ms < ms ? { ms, sequence: 0 } : (idAfter(this.lastId) ?? GREATEST_ID);
  }

  append(entry: StreamEntry): void {
    this.log.append(entry);
    this.lastId = entry.id;
    this.entriesAdded += 1n;
  }

  delete(id: StreamId): StreamEntry | undefined {
    const entry = this.log.delete(id);
    if (entry !== undefined && compareIds(id, this.maxDeletedId) > 0) this.maxDeletedId = id;
    return entry;
  }

  trim(trim: Trim): StreamEntry[] {
    return this.log.trim(trim);
  }

  /** At most so many entries after the id. */
  after(id: StreamId, most: number): StreamEntry[] {
    const start = idAfter(id);
    return start === undefined ? [] : this.log.range(start, GREATEST_ID, most);
  }

  /** Ordered by name. */
  groups(): ConsumerGroup[] {
    return [...this.#groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  get groupCount(): number {
    return this.#groups.size;
  }

  findGroup(name: BinaryText): ConsumerGroup | undefined {
    return this.#groups.get(name);
  }

  addGroup(group: ConsumerGroup): void {
    this.#groups.set(group.name, group);
  }

  removeGroup(group: ConsumerGroup): void {
    this.#groups.delete(group.name);
  }

  /** The group has read on to this entry. */
  advance(group: ConsumerGroup, { id }: StreamEntry): void {
    if (compareIds(id, group.lastId) <= 0) return;
    if (group.entriesRead !== null && !this.#hasGapsFrom(id)) group.entriesRead += 1n;
    else if (this.entriesAdded > 0n) group.entriesRead = this.#countUpTo(id);
    group.lastId = id;
  }

  /** How many entries the group has still to read; null when deleted ones make it unknown. */
  lagOf({ lastId, entriesRead }: ConsumerGroup): bigint | null {
    if (this.entriesAdded === 0n) return 0n;
    const read = entriesRead !== null && !this.#hasGapsFrom(lastId) ? entriesRead : this.#countUpTo(lastId);
    return read === null ? null : BigInt.asIntN(64, this.entriesAdded - read);
  }

  copy(): Stream {
    const copy = new Stream(this.log.copy());
    copy.lastId = this.lastId;
    copy.maxDeletedId = this.maxDeletedId;
    copy.entriesAdded = this.entriesAdded;
    for (const group of this.#groups.values()) copy.addGroup(group.copy());
    return copy;
  }

  /** How many entries ever came up to that id; null when that is not known (streamEstimateDistanceFromFirstEverEntry). */
  #countUpTo(id: StreamId): bigint | null {
    if (this.entriesAdded === 0n) return 0n;
    const toLast = compareIds(id, this.lastId);
    if ((this.length === 0 && toLast <= 0) || toLast === 0) return this.entriesAdded;
    if (toLast > 0) return null;
    const { firstId } = this;
    if (!isSameId(this.maxDeletedId, LEAST_ID) && compareIds(this.maxDeletedId, firstId) >= 0) return null;
    const beforeFirst = this.entriesAdded - BigInt(this.length);
    const toFirst = compareIds(id, firstId);
    if (toFirst > 0) return null;
    return toFirst < 0 ? beforeFirst : beforeFirst + 1n;
  }

  /** Whether an entry at or after the id, and behind the first one, was deleted (streamRangeHasTombstones). */
  #hasGapsFrom(id: StreamId): boolean {
    if (this.length === 0 || isSameId(this.maxDeletedId, LEAST_ID)) return false;
    return compareIds(this.firstId, this.maxDeletedId) <= 0 && compareIds(id, this.maxDeletedId) <= 0;
  }
}
