/** The watchers of a database: who wants to know that a key has changed. */
import type { BinaryText } from './binary-text.ts';

export interface Watcher {
  keyChanged(): void;
}

export class Watchers {
  readonly #byKey = new Map<BinaryText, Set<Watcher>>();
  readonly #keysOf = new Map<Watcher, Set<BinaryText>>();

  add(key: BinaryText, watcher: Watcher): void {
    this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(watcher));
    this.#keysOf.set(watcher, (this.#keysOf.get(watcher) ?? new Set()).add(key));
  }

  /** It watches nothing any more. */
  forget(watcher: Watcher): void {
    for (const key of this.#keysOf.get(watcher) ?? []) {
      const watchers = this.#byKey.get(key);
      watchers?.delete(watcher);
      if (watchers?.size === 0) this.#byKey.delete(key);
    }
    this.#keysOf.delete(watcher);
  }

  tell(key: BinaryText): void {
    for (const watcher of this.#byKey.get(key) ?? []) watcher.keyChanged();
  }
}
