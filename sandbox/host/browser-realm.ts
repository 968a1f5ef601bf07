/** The browser realm: what the worker's own code keeps of the browser before the realm is locked. Import it first. */

import { pinLocale } from './pin-locale.ts';
import type { FromWorker } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

pinLocale();

const scope = self;
const post = scope.postMessage.bind(scope);
const listen = scope.addEventListener.bind(scope);
const importReal = scope.importScripts.bind(scope);
const createAddress = URL.createObjectURL.bind(URL);
const revokeAddress = URL.revokeObjectURL.bind(URL);
const RealBlob = Blob;
const hop = new MessageChannel();

const TURNS_IN_A_TASK = 64;

export const browserRealm = {
  scope,

  say(message: FromWorker): void {
    post(message);
  },

  /** What the page says, with the ports that came along. */
  onMessage(listener: (data: unknown, ports: readonly MessagePort[]) => void): void {
    listen('message', (event) => listener(event.data, event.ports));
  },

  onUnhandledRejection(listener: (reason: unknown) => void): void {
    listen('unhandledrejection', (event) => {
      event.preventDefault();
      listener(event.reason);
    });
  },

  /** Runs classic scripts, in order, from blob addresses. */
  importAddresses(urls: readonly string[]): void {
    importReal(...urls);
  },

  /** Runs a classic script that is given as text. */
  importText(text: string): void {
    const url = createAddress(new RealBlob([text], { type: 'text/javascript' }));
    try {
      importReal(url);
    } finally {
      revokeAddress(url);
    }
  },

  /** A task of the browser that no browser throttles: 4 µs with the task scheduler, 6 µs with a message channel. */
  task: taskScheduler() ?? hopOverChannel,

  /** A turn that shares its task with others: less than 1 µs. */
  turn: turnsOfMessages(),
};

// Not an array: learner code may have patched `push` and `shift`, and must find out by a sentence, not by a hang.
const waiting = Object.create(null) as Record<number, () => void>;
let newest = 0;
let oldest = 0;

hop.port1.onmessage = () => {
  const callback = waiting[oldest];
  delete waiting[oldest];
  oldest += 1;
  callback?.();
};

function hopOverChannel(callback: () => void): void {
  waiting[newest] = callback;
  newest += 1;
  hop.port2.postMessage(null);
}

interface TaskScheduler {
  postTask(callback: () => void, options: { priority: 'user-visible' }): Promise<unknown>;
}

/**
 * The task scheduler where there is one (WICG Prioritized Task Scheduling: Chromium 94, Firefox 142). Not `user-blocking`:
 * tasks of that priority run before the browser's report of an unhandled rejection, which then comes after the run.
 */
function taskScheduler(): ((callback: () => void) => void) | null {
  const { scheduler } = scope as { scheduler?: TaskScheduler };
  if (scheduler === undefined) return null;
  const post = scheduler.postTask.bind(scheduler);
  const options = { priority: 'user-visible' } as const;
  return (callback) => void post(callback, options);
}

/**
 * A browser lets all microtasks run after each listener that it calls (HTML, "clean up after running script"): a message that
 * many listeners hear is as many turns, but one task.
 */
function turnsOfMessages(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const post = port2.postMessage.bind(port2);
  let waitingForTurn: (() => void) | null = null;
  let turnsLeft = 0;
  const turn = (): void => {
    turnsLeft = (turnsLeft + TURNS_IN_A_TASK - 1) % TURNS_IN_A_TASK;
    const callback = waitingForTurn;
    waitingForTurn = null;
    callback?.();
  };
  // A function of its own each: the same one would be added only once.
  for (let count = 0; count < TURNS_IN_A_TASK; count += 1) port1.addEventListener('message', () => turn());
  port1.start();
  return (callback) => {
    waitingForTurn = callback;
    if (turnsLeft === 0) post(null);
  };
}
