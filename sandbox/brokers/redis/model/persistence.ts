/** Persistence: what of the databases lies on the disk, and what a server that was killed finds there. */
import type { BrokerEnvironment, Durability } from '../../../engine/broker.ts';
import type { BinaryText } from './binary-text.ts';
import type { Database } from './database.ts';
import type { Story } from './story.ts';
import { copyOf, type Message, messagesIn, type Value } from './value.ts';

const FSYNC_MICROS = 1_000_000;

/** A key as it was when it was saved. */
interface SavedKey {
  readonly value: Value;
  /** When it expires; null when it does not. */
  readonly expiresAtMicros: number | null;
}

/**
 * Saves the keys that have changed, all at once, some time after the first of them has: a snapshot (RDB) after its period, the
 * append-only file with `everysec` after a second. With `always` a change is on the disk before it is answered.
 */
export class Persistence {
  readonly #environment: BrokerEnvironment;
  readonly #story: Story;
  readonly #databases: readonly Database[];
  readonly #durability: Durability;
  readonly #saved: Map<BinaryText, SavedKey>[];
  readonly #unsaved: Set<BinaryText>[];
  #cancelSave: (() => void) | null = null;

  constructor(environment: BrokerEnvironment, story: Story, databases: readonly Database[], durability: Durability) {
    this.#environment = environment;
    this.#story = story;
    this.#databases = databases;
    this.#durability = durability;
    this.#saved = databases.map(() => new Map());
    this.#unsaved = databases.map(() => new Set());
    if (this.#saveAfterMicros() !== null) for (const database of databases) database.onChange = (key) => this.#changed(database, key);
  }

  /** The server is dead: what was to be saved later never will be. */
  killed(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
  }

  /** The databases become what lies on the disk; messages that do not are told as lost, and those that are back as stored. */
  restore(): void {
    if (this.#durability !== 'none' && 'appendOnly' in this.#durability && this.#durability.appendOnly === 'always') return;
    for (const [index, database] of this.#databases.entries()) {
      const before = placesIn(database);
      this.#load(database, this.#saved[index] as Map<BinaryText, SavedKey>);
      this.#tell(before, placesIn(database));
      this.#unsaved[index]?.clear();
    }
  }

  #changed(database: Database, key: BinaryText): void {
    this.#unsaved[database.index]?.add(key);
    const afterMicros = this.#saveAfterMicros();
    if (this.#cancelSave !== null || afterMicros === null) return;
    this.#cancelSave = this.#environment.schedule(afterMicros, () => this.#save(), { daemon: true });
  }

  #save(): void {
    this.#cancelSave = null;
    for (const database of this.#databases) {
      const saved = this.#saved[database.index] as Map<BinaryText, SavedKey>;
      for (const key of this.#unsaved[database.index] ?? []) {
        const value = database.find(key);
        const remaining = database.remainingMicros(key);
        if (value === undefined) saved.delete(key);
        else saved.set(key, { value: copyOf(value), expiresAtMicros: remaining < 0 ? null : this.#environment.nowMicros() + remaining });
      }
      this.#unsaved[database.index]?.clear();
    }
  }

  /** Null when nothing is saved on its own. */
  #saveAfterMicros(): number | null {
    if (this.#durability === 'none') return null;
    if ('snapshotEveryMs' in this.#durability) return this.#durability.snapshotEveryMs * 1000;
    return this.#durability.appendOnly === 'everysec' ? FSYNC_MICROS : null;
  }

  #load(database: Database, saved: ReadonlyMap<BinaryText, SavedKey>): void {
    database.forgetAll();
    const now = this.#environment.nowMicros();
    for (const [key, { value, expiresAtMicros }] of saved) {
      if (expiresAtMicros !== null && expiresAtMicros <= now) continue;
      database.put(key, copyOf(value));
      if (expiresAtMicros !== null) database.expireAfter(key, expiresAtMicros - now);
    }
  }

  #tell(before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>): void {
    for (const [id, { key, message }] of before) if (!after.has(id)) this.#story.dropped(key, message, 'processLost');
    for (const [id, { key, message }] of after) if (before.get(id)?.key !== key) this.#story.restored(key, message);
  }
}

interface Place {
  readonly key: BinaryText;
  readonly message: Message;
}

/** Where each message is. */
function placesIn(database: Database): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [key, value] of database.entries()) {
    for (const message of messagesIn(value)) places.set(message.messageId, { key, message });
  }
  return places;
}
