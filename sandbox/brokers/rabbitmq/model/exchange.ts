/** The exchange: it keeps no message, it only says where one goes. */
import { AmqpError } from './amqp-error.ts';
import type { Binding, Destination } from './binding.ts';
import type { FieldTable } from './field-table.ts';
import { matchesHeaders } from './headers-match.ts';
import { matchesTopic } from './topic-pattern.ts';

export type ExchangeType = 'direct' | 'fanout' | 'topic' | 'headers';

export interface ExchangeSpec {
  readonly type: ExchangeType;
  readonly durable: boolean;
  readonly autoDelete: boolean;
  /** Only other exchanges may send to it. */
  readonly internal: boolean;
  readonly arguments: FieldTable;
}

export class Exchange {
  readonly kind = 'exchange';
  readonly name: string;
  readonly spec: ExchangeSpec;
  /** Bindings of which this exchange is the source. */
  bindings: Binding[] = [];

  constructor(name: string, spec: ExchangeSpec) {
    this.name = name;
    this.spec = spec;
  }

  /** Where a message with this key and these headers goes, each destination once however many bindings match. */
  destinations(routingKey: string, headers: FieldTable): Set<Destination> {
    const matching = this.bindings.filter((binding) => this.#matches(binding, routingKey, headers));
    return new Set(matching.map((binding) => binding.destination));
  }

  #matches(binding: Binding, routingKey: string, headers: FieldTable): boolean {
    const { type } = this.spec;
    switch (type) {
      case 'direct':
        return binding.routingKey === routingKey;
      case 'fanout':
        return true;
      case 'topic':
        return matchesTopic(binding.routingKey, routingKey);
      case 'headers':
        return matchesHeaders(binding.arguments, headers);
      default:
        return type satisfies never;
    }
  }
}

const TYPES: readonly string[] = ['direct', 'fanout', 'topic', 'headers'] satisfies ExchangeType[];

/** Throws what RabbitMQ says of a type that no plugin brings. */
export function exchangeTypeOf(name: string): ExchangeType {
  if (TYPES.includes(name)) return name as ExchangeType;
  throw new AmqpError('connection', 503, `COMMAND_INVALID - unknown exchange type '${name}'`);
}
