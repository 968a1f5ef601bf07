/** The consumer group: how far into a stream it has read, its consumers, and what they have not acked yet. */
import type { BinaryText } from '../binary-text.ts';
import { PendingEntries, type PendingEntry } from './pending-entries.ts';
import { compareIds, LEAST_ID, type StreamId } from './stream-id.ts';
import type { StreamEntry } from './stream-node.ts';

export class Consumer {
  readonly name: BinaryText;
  /** When it was last given something, or asked for what it has. */
  seenAtMs: number;
  readonly pending = new PendingEntries();

  constructor(name: BinaryText, nowMs: number) {
    this.name = name;
    this.seenAtMs = nowMs;
  }
}

export class ConsumerGroup {
  readonly name: BinaryText;
  /** The last entry that was delivered; the next reading begins after it. */
  lastId: StreamId;
  /** How many entries of the stream lie up to there, as far as is known. */
  entriesRead: bigint | null;
  readonly pending = new PendingEntries();
  readonly #consumers = new Map<BinaryText, Consumer>();
  /** The greatest id that was ever delivered: what lies before it is delivered again. */
  furthestId: StreamId = LEAST_ID;

  constructor(name: BinaryText, lastId: StreamId, entriesRead: bigint | null) {
    this.name = name;
    this.lastId = lastId;
    this.entriesRead = entriesRead;
  }

  get consumerCount(): number {
    return this.#consumers.size;
  }

  /** Ordered by name. */
  consumers(): Consumer[] {
    return [...this.#consumers.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  findConsumer(name: BinaryText): Consumer | undefined {
    return this.#consumers.get(name);
  }

  addConsumer(name: BinaryText, nowMs: number): Consumer {
    const consumer = new Consumer(name, nowMs);
    this.#consumers.set(name, consumer);
    return consumer;
  }

  /** What it had pending is pending no more. */
  removeConsumer(consumer: Consumer): void {
    for (const { id } of consumer.pending.from(LEAST_ID)) this.pending.remove(id);
    this.#consumers.delete(consumer.name);
  }

  /** Whether the entry was delivered before, to whomever of the group; from now on it was. */
  delivers({ id }: StreamEntry): boolean {
    if (compareIds(id, this.furthestId) <= 0) return true;
    this.furthestId = id;
    return false;
  }

  /** The entry is now the consumer's to ack, as if it was delivered for the first time. */
  hand({ id, messageId }: StreamEntry, consumer: Consumer, nowMs: number): PendingEntry {
    const known = this.pending.find(id);
    if (known !== undefined) {
      this.move(known, consumer);
      known.deliveredAtMs = nowMs;
      known.deliveryCount = 1n;
      return known;
    }
    const entry: PendingEntry = { id, messageId, consumer, deliveredAtMs: nowMs, deliveryCount: 1n };
    this.pending.add(entry);
    consumer.pending.add(entry);
    return entry;
  }

  move(entry: PendingEntry, consumer: Consumer): void {
    if (entry.consumer === consumer) return;
    entry.consumer.pending.remove(entry.id);
    entry.consumer = consumer;
    consumer.pending.add(entry);
  }

  /** No longer pending, whoever had it. */
  settle(entry: PendingEntry): void {
    this.pending.remove(entry.id);
    entry.consumer.pending.remove(entry.id);
  }

  copy(): ConsumerGroup {
    const copy = new ConsumerGroup(this.name, this.lastId, this.entriesRead);
    copy.furthestId = this.furthestId;
    for (const { name, seenAtMs } of this.#consumers.values()) copy.addConsumer(name, seenAtMs);
    for (const entry of this.pending.from(LEAST_ID)) {
      const consumer = copy.findConsumer(entry.consumer.name) as Consumer;
      const copied = { ...entry, consumer };
      copy.pending.add(copied);
      consumer.pending.add(copied);
    }
    return copy;
  }
}
