/** `node:async_hooks`: contexts would have to follow promises, which no code outside the engine can see. */
import { refused } from './errors.ts';

class AsyncLocalStorage {
  constructor() {
    throw refused('AsyncLocalStorage', 'pass what you need as an argument instead.');
  }
}

/** Libraries bind callbacks through it; without hooks that is a plain call. */
class AsyncResource {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }

  runInAsyncScope(run: (...args: unknown[]) => unknown, self: unknown, ...args: unknown[]): unknown {
    return run.apply(self, args);
  }

  static bind<Bound>(run: Bound): Bound {
    return run;
  }

  emitDestroy(): this {
    return this;
  }
}

export const asyncHooks = { AsyncLocalStorage, AsyncResource, executionAsyncId: () => 0, triggerAsyncId: () => 0 };
