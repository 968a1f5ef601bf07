/** Keyspace events: what has become of a key, said on channels to whoever listens there, of the classes that a setting chooses (notify.c). */
import { type BinaryText, binaryBytes } from './binary-text.ts';
import type { PubSub } from './pubsub.ts';

/** The classes that a server without modules, which throws nothing out for want of memory, tells of; and their letters. */
const LETTERS = {
  generic: 'g',
  string: '$',
  list: 'l',
  set: 's',
  hash: 'h',
  zset: 'z',
  stream: 't',
  expired: 'x',
  keymiss: 'm',
  new: 'n',
} as const;

export type EventClass = keyof typeof LETTERS;

/** What `A` stands for, in the order in which it is told. */
export const ALL_CLASSES = 'g$lshzxetd';

export class KeyspaceEvents {
  readonly #pubsub: PubSub;
  /** Whether anything is told at all: each command asks that first. */
  #isOn = false;
  #chosen: ReadonlySet<string> = new Set();

  constructor(pubsub: PubSub) {
    this.#pubsub = pubsub;
  }

  /** The setting as it was given. Without `K` and `E` there is no channel to tell on. */
  choose(setting: string): void {
    this.#chosen = new Set(setting.replaceAll('A', ALL_CLASSES));
    this.#isOn = this.#chosen.has('K') || this.#chosen.has('E');
  }

  tell(eventClass: EventClass, event: string, database: number, key: BinaryText): void {
    if (!this.#isOn || !this.#chosen.has(LETTERS[eventClass])) return;
    if (this.#chosen.has('K')) this.#pubsub.announce(`__keyspace@${database}__:${key}`, binaryBytes(event));
    if (this.#chosen.has('E')) this.#pubsub.announce(`__keyevent@${database}__:${event}`, binaryBytes(key));
  }
}
