/** Settling: letting the promises of an event run to their end before virtual time moves on. */

/** Runs `callback` as a macrotask of the real engine, after all microtasks: MessageChannel in browsers, setImmediate in Node. */
export type Macrotask = (callback: () => void) => void;

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
 * `hops`: how many macrotasks to wait; Chromium reports an unhandled rejection one late, then two are needed.
 */
export async function settle(ticks: TickQueue, macrotask: Macrotask, hops: number, onError: (error: unknown) => void): Promise<void> {
  do {
    ticks.drain(onError);
    for (let hop = 0; hop < hops; hop += 1) await new Promise<void>((resolve) => macrotask(resolve));
  } while (!ticks.isEmpty);
}
