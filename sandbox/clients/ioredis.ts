/** ioredis: Redis. */
import type { ClientManifest } from './manifest.ts';

export const ioredis: ClientManifest = {
  name: 'ioredis',
  version: '6.0.0',
  // `debug` chooses its Node build by looking at `process`; its browser build needs no terminal.
  aliases: { debug: 'debug/src/browser.js' },
  // Its timeouts belong to a command or a reconnect that somebody waits for.
  timers: { daemonIntervals: true, negativeDelayMs: 1 },
};
