/** The exchanges of a virtual host and the bindings that lead out of them. */
import { accessRefused, defaultExchangeRefused, inUse, notFound, reservedName } from './amqp-error.ts';
import { type Binding, type Destination, sameBinding } from './binding.ts';
import { requireSameArguments, requireSameProperties } from './equivalence.ts';
import { Exchange, type ExchangeSpec } from './exchange.ts';
import { EMPTY_TABLE } from './field-table.ts';

const SYSTEM_EXCHANGES = {
  'amq.direct': 'direct',
  'amq.fanout': 'fanout',
  'amq.topic': 'topic',
  'amq.headers': 'headers',
  'amq.match': 'headers',
} as const;

export class Exchanges {
  readonly #byName = new Map<string, Exchange>();

  constructor() {
    for (const [name, type] of Object.entries(SYSTEM_EXCHANGES)) {
      this.#byName.set(name, new Exchange(name, { type, durable: true, autoDelete: false, internal: false, arguments: EMPTY_TABLE }));
    }
  }

  find(name: string): Exchange | undefined {
    return this.#byName.get(name);
  }

  /** The exchange of that name. Throws for the default exchange, which only takes messages, and when there is none. */
  get(name: string): Exchange {
    if (name === '') throw defaultExchangeRefused();
    const exchange = this.#byName.get(name);
    if (exchange === undefined) throw notFound('exchange', name);
    return exchange;
  }

  /** Makes the exchange, or checks that the one of that name is the same. */
  declare(name: string, spec: ExchangeSpec): void {
    if (name === '') throw defaultExchangeRefused();
    const known = this.#byName.get(name);
    if (known !== undefined) {
      requireSameExchange(known, spec);
      return;
    }
    if (name.startsWith('amq.')) throw reservedName('exchange', name);
    this.#byName.set(name, new Exchange(name, spec));
  }

  /** Deletes the exchange with its bindings; one that is not there is fine. */
  delete(name: string, ifUnused: boolean): void {
    if (name === '') throw defaultExchangeRefused();
    if (name.startsWith('amq.')) throw accessRefused(`deletion of system exchange '${name}' in vhost '/' not allowed`);
    const exchange = this.#byName.get(name);
    if (exchange === undefined) return;
    if (ifUnused && exchange.bindings.length > 0) throw inUse('exchange', name);
    this.#remove(exchange);
  }

  /** The same binding twice is one. */
  bind(exchange: Exchange, binding: Binding): void {
    if (!exchange.bindings.some((known) => sameBinding(known, binding))) exchange.bindings.push(binding);
  }

  /** Takes the binding away; one that is not there is fine. */
  unbind(exchange: Exchange, binding: Binding): void {
    this.#keepBindings(exchange, (known) => !sameBinding(known, binding));
  }

  /** Takes away every binding that leads there. */
  unbindFromAll(destination: Destination): void {
    for (const exchange of [...this.#byName.values()]) this.#keepBindings(exchange, (binding) => binding.destination !== destination);
  }

  /** What is not durable does not survive the server. */
  loseTransient(): void {
    for (const exchange of [...this.#byName.values()]) if (!exchange.spec.durable) this.#remove(exchange);
  }

  /** An auto-delete exchange goes with its last binding. */
  #keepBindings(exchange: Exchange, isKept: (binding: Binding) => boolean): void {
    const hadSome = exchange.bindings.length > 0;
    exchange.bindings = exchange.bindings.filter(isKept);
    if (exchange.spec.autoDelete && hadSome && exchange.bindings.length === 0) this.#remove(exchange);
  }

  #remove(exchange: Exchange): void {
    this.#byName.delete(exchange.name);
    this.unbindFromAll(exchange);
  }
}

function requireSameExchange({ name, spec: current }: Exchange, spec: ExchangeSpec): void {
  const declared = { noun: 'exchange', name } as const;
  requireSameProperties(declared, [
    ['type', spec.type, current.type],
    ['durable', spec.durable, current.durable],
    ['auto_delete', spec.autoDelete, current.autoDelete],
    ['internal', spec.internal, current.internal],
  ]);
  requireSameArguments(declared, ['alternate-exchange'], spec.arguments, current.arguments);
}
