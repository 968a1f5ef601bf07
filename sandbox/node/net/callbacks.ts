/** Callbacks that wait for one outcome, each called once. */
import type { Callback } from '../stream.ts';

export class Callbacks {
  readonly #waiting = new Set<Callback>();

  add(callback: Callback): void {
    this.#waiting.add(callback);
  }

  /** Returns a function for the good outcome; `settle` covers the other one. */
  once(callback: Callback): () => void {
    this.#waiting.add(callback);
    return () => {
      if (this.#waiting.delete(callback)) callback();
    };
  }

  settle(outcome: Error | null | (() => Error)): void {
    if (this.#waiting.size === 0) return;
    const error = typeof outcome === 'function' ? outcome() : outcome;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of waiting) callback(error);
  }
}
