/** RabbitMQ 3.10.8 as `amqplib` and any other AMQP 0-9-1 client sees it; what is durable survives a restart. */
import type { BrokerDefinition } from '../../engine/broker.ts';
import { VirtualHost } from './model/virtual-host.ts';
import { RABBITMQ_VERSION } from './protocol/greeting.ts';
import { RabbitSession } from './protocol/session.ts';

export const rabbitmq: BrokerDefinition = {
  port: 5672,
  version: RABBITMQ_VERSION,
  create(environment) {
    const host = new VirtualHost(environment);
    return {
      accept: (connection) => new RabbitSession(host, connection, environment),
      waiting: () => host.waiting(),
      restarted: () => host.restarted(),
    };
  },
};
