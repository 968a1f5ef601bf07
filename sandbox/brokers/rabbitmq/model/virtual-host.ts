/** The virtual host: exchanges, queues and the bindings between them. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import type { DropReason, Happening, SourceLine } from '../../../trace/event.ts';
import { accessRefused, defaultExchangeRefused, inUse, lockedQueue, notFound, preconditionFailed, reservedName } from './amqp-error.ts';
import { type Binding, type Destination, sameBinding } from './binding.ts';
import type { Publish } from './channel.ts';
import { Connection } from './connection.ts';
import type { Consumer } from './consumer.ts';
import { requireSameArguments, requireSameProperties } from './equivalence.ts';
import { Exchange, type ExchangeSpec, exchangeTypeOf } from './exchange.ts';
import { EMPTY_TABLE } from './field-table.ts';
import { generatedName } from './generated-name.ts';
import { type Message, isPersistent, messageText } from './message.ts';
import { Queue, type QueueSpec } from './queue.ts';

const DEFAULT_EXCHANGE = '';

/** How the default exchange is called in events. */
const DEFAULT_EXCHANGE_SHOWN = '(default)';

export class VirtualHost {
  readonly environment: BrokerEnvironment;
  readonly #exchanges = new Map<string, Exchange>();
  readonly #queues = new Map<string, Queue>();
  readonly #connections = new Set<Connection>();

  constructor(environment: BrokerEnvironment) {
    this.environment = environment;
    for (const type of ['direct', 'fanout', 'topic'] as const) {
      this.#exchanges.set(`amq.${type}`, new Exchange(`amq.${type}`, systemExchange(type)));
    }
  }
}
