/** Settling: letting the promises of an event run to their end before virtual time moves on. */

/** Runs `callback` once all microtasks are over: in a task of the real engine's own, or in a later turn of one. */
export type Hop = (callback: () => void) => void;

/** Callbacks of `process.nextTick`, in order. One queue serves the realm: only one process runs at a time. */
export class TickQueue {
  #callbacks: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.#callbacks.length === 0;
  }

  push(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  /** Runs all ticks, also those that they add. */
  drain(onError: (error: unknown) => void): void {
    while (this.#callbacks.length > 0) {
      const batch = this.#callbacks;
      this.#callbacks = [];
      for (const callback of batch) {
        try {
          callback();
        } catch (error) {
          onError(error);
        }
      }
    }
  }
}

/**
 * Node's order within one turn of its loop: all ticks, then all microtasks, and again while there are ticks
 * (lib/internal/process/task_queues.js, processTicksAndRejections).
 * `hops`: how often to hop; Chromium reports an unhandled rejection one task late, then two are needed.
 */
export async function settle(ticks: TickQueue, hop: Hop, hops: number, onError: (error: unknown) => void): Promise<void> {
  do {
    ticks.drain(onError);
    for (let left = hops; left > 0; left -= 1) await new Promise<void>((resolve) => hop(resolve));
  } while (!ticks.isEmpty);
}
