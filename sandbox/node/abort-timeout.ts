/** `AbortSignal.timeout` on virtual time. */
import { realm } from './realm.ts';
import { Timeout } from './timers.ts';

/** Puts the virtual one in the place of the realm's own, for good. Call it before the realm is locked. */
export function installAbortTimeout(): void {
  const value = function timeout(delayMs: number): unknown {
    const controller = new realm.AbortController();
    const expire = (): void => controller.abort(new realm.DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    new Timeout(expire, Math.max(1, Math.trunc(delayMs)), [], false, false).unref();
    return controller.signal;
  };
  Object.defineProperty(realm.AbortSignal, 'timeout', { value, writable: false, enumerable: false, configurable: false });
}
