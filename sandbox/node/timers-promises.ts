/** `node:timers/promises`: timers that are awaited. */
import type { RealmAbortSignal } from './realm.ts';
import { learnerTimers } from './timers.ts';

interface Options {
  readonly signal?: RealmAbortSignal;
  readonly ref?: boolean;
}

interface Started {
  unref(): unknown;
  close(): unknown;
}

/** Resolves when the timer fires; rejects with an AbortError when the signal aborts first. */
function awaited<Value>(start: (fire: () => void) => Started, value: Value, { signal, ref = true }: Options): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(signal));
    const stop = (): void => {
      timer.close();
      reject(aborted(signal as RealmAbortSignal));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', stop);
      resolve(value);
    });
    if (!ref) timer.unref();
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function setTimeout<Value>(delayMs?: number, value?: Value, options: Options = {}): Promise<Value | undefined> {
  return awaited((fire) => learnerTimers.setTimeout(fire, delayMs), value, options);
}

function setImmediate<Value>(value?: Value, options: Options = {}): Promise<Value | undefined> {
  return awaited((fire) => learnerTimers.setImmediate(fire), value, options);
}

/** Yields `value` at every interval until the loop is left. */
async function* setInterval<Value>(delayMs?: number, value?: Value, options: Options = {}): AsyncGenerator<Value | undefined, void> {
  let due = 0;
  let wake = (): void => {};
  const timer = learnerTimers.setInterval(() => {
    due += 1;
    wake();
  }, delayMs);
  if (options.ref === false) timer.unref();
  options.signal?.addEventListener('abort', () => wake(), { once: true });
  try {
    for (;;) {
      if (options.signal?.aborted) throw aborted(options.signal);
      if (due === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      due -= 1;
      yield value;
    }
  } finally {
    timer.close();
  }
}

function aborted(signal: RealmAbortSignal): Error {
  return Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' });
}

export const timersPromises = {
  setTimeout,
  setImmediate,
  setInterval,
  scheduler: { wait: (delayMs: number, options: Options = {}) => setTimeout(delayMs, undefined, options), yield: () => setImmediate() },
};
