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

  /** One macrotask of the browser that no browser throttles: 4 µs with the task scheduler, 6 µs with a message channel. */
  macrotask: taskScheduler() ?? hopOverChannel,
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
