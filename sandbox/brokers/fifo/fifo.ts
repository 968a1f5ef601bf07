/** The course's own queue server, the other end of `#course/broker`: named queues with acknowledgements and topics that copy into them, kept across a restart. */
import type { BrokerDefinition } from '../../engine/broker.ts';
import { QueueServer } from './model/queue-server.ts';
import { openSession } from './protocol/session.ts';

export const fifo: BrokerDefinition = {
  port: 7480,
  version: '1.0.0',
  create(environment) {
    const server = new QueueServer(environment);
    return {
      accept: (connection) => openSession(server, connection, environment),
      waiting: () => server.waiting(),
      // Every accepted message is on disk, and what was in flight went back when the connections closed.
      restarted: () => {},
    };
  },
};
