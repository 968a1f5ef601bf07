/** Listeners of abort signals: an error in one is an uncaught error of its process, as in Node, and not one of the realm. */
import { currentProcess, hasCurrentProcess } from '../engine/process.ts';
import { realm } from './realm.ts';

type Listener = (this: unknown, event: unknown) => unknown;

/** One guard for each listener, so that it can be removed again and is not added twice. */
const guards = new WeakMap<Listener, Listener>();

/** Guards every listener that is added from now on. Call it before the realm is locked. */
export function guardAbortListeners(): void {
  const { prototype } = realm.EventTarget;
  for (const name of ['addEventListener', 'removeEventListener'] as const) {
    const real = prototype[name];
    const value = function (this: unknown, type: unknown, listener: unknown, options?: unknown): unknown {
      return Reflect.apply(real, this, [type, typeof listener === 'function' ? guardOf(listener as Listener) : listener, options]);
    };
    Object.defineProperty(prototype, name, { value, writable: true, enumerable: true, configurable: true });
  }
}

function guardOf(listener: Listener): Listener {
  const known = guards.get(listener);
  if (known !== undefined) return known;
  const guard: Listener = function (event) {
    try {
      return Reflect.apply(listener, this, [event]);
    } catch (error) {
      if (!hasCurrentProcess()) throw error;
      // Node throws it anew in a tick (lib/internal/event_target.js, kUncaughtException).
      currentProcess().nextTick(() => {
        throw error;
      });
      return undefined;
    }
  };
  guards.set(listener, guard);
  return guard;
}
