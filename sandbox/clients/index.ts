/** The registry of npm clients: a new one is a manifest and a line here. */
import { amqplib } from './amqplib.ts';
import { ioredis } from './ioredis.ts';
import { kafkajs } from './kafkajs.ts';
import type { ClientManifest } from './manifest.ts';

export type { ClientManifest } from './manifest.ts';

export const CLIENTS: readonly ClientManifest[] = [ioredis, amqplib, kafkajs];
