/** The registry: the brokers that a cell can name, for hosts that have them all. A worker of the sandbox loads a bundle of each that its cell names. */
import type { BrokerDefinition } from '../engine/broker.ts';
import type { BrokerKind } from '../engine/cell.ts';
import { fifo } from './fifo/fifo.ts';
import { rabbitmq } from './rabbitmq/rabbitmq.ts';
import { redis } from './redis/redis.ts';

export const BROKERS: Readonly<Record<BrokerKind, BrokerDefinition>> = { fifo, redis, rabbitmq };

export const BROKER_KINDS = Object.keys(BROKERS) as readonly BrokerKind[];
