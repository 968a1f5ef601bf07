/** The Node realm: what a worker thread's own code keeps of Node before the realm is locked. Import it first. */

import { pinLocale } from './pin-locale.ts';
import type { FromWorker } from './protocol.ts';

interface NodeProcess {
  getBuiltinModule(name: string): unknown;
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
}

interface NodeGlobal {
  readonly process: NodeProcess;
  readonly setImmediate: (callback: () => void) => unknown;
}

pinLocale();

const { process, setImmediate } = globalThis as unknown as NodeGlobal;
// The bundle gives every import of a built-in to the virtual one; the host asks Node itself for the real ones.
const { parentPort } = process.getBuiltinModule('node:worker_threads') as {
  parentPort: { postMessage(message: unknown): void; on(event: 'message', listener: (data: unknown) => void): void };
};
const { Script } = process.getBuiltinModule('node:vm') as {
  Script: new (text: string, options: { filename: string }) => { runInThisContext(): unknown };
};

const IMMEDIATES_PER_ROUND = 64;
/** At most one hop at a time. Not in an array: learner code may have patched `push` and `shift`. */
let waiting: (() => void) | null = null;
let immediatesLeft = 0;

export const nodeRealm = {
  scope: globalThis,

  say(message: FromWorker): void {
    parentPort.postMessage(message);
  },

  onMessage(listener: (data: unknown) => void): void {
    parentPort.on('message', listener);
  },

  onUnhandledRejection(listener: (reason: unknown) => void): void {
    process.on('unhandledRejection', listener);
  },

  /** Runs a classic script that is given as text. */
  importText(text: string, name: string): void {
    new Script(text, { filename: name }).runInThisContext();
  },

  /**
   * Node runs microtasks and reports rejections between any two immediates of one round of its loop: they are as good as tasks,
   * and a round costs a system call.
   */
  task(callback: () => void): void {
    waiting = callback;
    if (immediatesLeft === 0) beginRound();
  },
};

function beginRound(): void {
  immediatesLeft = IMMEDIATES_PER_ROUND;
  for (let made = 0; made < IMMEDIATES_PER_ROUND; made += 1) setImmediate(takeTurn);
}

function takeTurn(): void {
  immediatesLeft -= 1;
  const callback = waiting;
  waiting = null;
  callback?.();
}
