/** The greeting: what the server says of itself and asks for before a connection is open (RabbitMQ 3.10.8). */
import { type FieldTable, type FieldValue, longstr } from '../model/field-table.ts';

export const RABBITMQ_VERSION = '3.10.8';

/** What connection.tune proposes: RabbitMQ's defaults. */
export const TUNE = { channelMax: 2047, frameMax: 131_072, heartbeat: 60 } as const;

/** Until it is tuned, a connection takes frames up to this size. */
export const FIRST_FRAME_MAX = 4096;

export const MECHANISMS = 'PLAIN';

const CAPABILITIES = [
  'publisher_confirms',
  'exchange_exchange_bindings',
  'basic.nack',
  'consumer_cancel_notify',
  'connection.blocked',
  'authentication_failure_close',
  'per_consumer_qos',
];

export const SERVER_PROPERTIES: FieldTable = new Map<string, FieldValue>([
  ['capabilities', { type: 'table', value: new Map(CAPABILITIES.map((name) => [name, { type: 'bool', value: true } as const])) }],
  ['cluster_name', longstr('rabbit@simulated')],
  ['information', longstr('A simulation of RabbitMQ for learning')],
  ['platform', longstr('Erlang/OTP')],
  ['product', longstr('RabbitMQ')],
  ['version', longstr(RABBITMQ_VERSION)],
]);
