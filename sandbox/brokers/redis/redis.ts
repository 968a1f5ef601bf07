/** Redis 7.0.15 as `ioredis` and any other client sees it: what survives a restart is the cell's to say. */
import type { BrokerDefinition } from '../../engine/broker.ts';
import { RedisServer } from './model/redis-server.ts';
import { REDIS_VERSION } from './model/version.ts';
import { dialThrough } from './protocol/dial.ts';
import { openSession } from './protocol/session.ts';

export const redis: BrokerDefinition = {
  port: 6379,
  version: REDIS_VERSION,
  create(environment, { durability = 'none', port = redis.port, replicaOf = null } = {}) {
    const server = new RedisServer(environment, { durability, port, replicaOf }, dialThrough(environment));
    return {
      accept: (connection) => openSession(server, connection, environment),
      waiting: () => server.waiting(),
      killed: () => server.killed(),
      restarted: () => server.restarted(),
    };
  },
};
