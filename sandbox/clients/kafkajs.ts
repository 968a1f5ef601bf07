/** kafkajs: Kafka. */
import type { ClientManifest } from './manifest.ts';

export const kafkajs: ClientManifest = {
  name: 'kafkajs',
  version: '2.2.4',
  aliases: {},
  // It asks for a timer with a negative delay again and again (network/requestQueue): 1 ms each would fill the run.
  timers: { daemonIntervals: true, negativeDelayMs: 100 },
};
