/** The registry: the brokers that a cell can name. */
import type { BrokerDefinition } from '../engine/broker.ts';
import type { BrokerKind } from '../engine/cell.ts';
import { fifo } from './fifo/fifo.ts';
import { rabbitmq } from './rabbitmq/rabbitmq.ts';
import { redis } from './redis/redis.ts';

export const BROKERS: Record<BrokerKind, BrokerDefinition> = { fifo, redis, rabbitmq };
