/** Redis 7.0.15 as `ioredis` and any other client sees it: lists, strings, sets, hashes, transactions; nothing is kept across a restart. */
import type { BrokerDefinition } from '../../engine/broker.ts';
import { RedisServer } from './model/redis-server.ts';
import { REDIS_VERSION } from './model/version.ts';
import { openSession } from './protocol/session.ts';

export const redis: BrokerDefinition = {
  port: 6379,
  version: REDIS_VERSION,
  create(environment) {
    const server = new RedisServer(environment);
    return {
      accept: (connection) => openSession(server, connection, environment),
      waiting: () => server.waiting(),
      restarted: () => server.restarted(),
    };
  },
};
