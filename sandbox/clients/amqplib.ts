/** amqplib: RabbitMQ over AMQP 0-9-1. */
import type { ClientManifest } from './manifest.ts';

export const amqplib: ClientManifest = {
  name: 'amqplib',
  version: '2.3.1',
  aliases: {},
  // Both heartbeat timers are intervals (lib/heartbeat.js).
  timers: { daemonIntervals: true, negativeDelayMs: 1 },
};
