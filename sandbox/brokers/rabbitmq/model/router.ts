/** The router: takes a message from a publisher, follows the bindings and puts it into every queue they lead to. */
import type { SourceLine } from '../../../trace/event.ts';
import { accessRefused, notFound, preconditionFailed } from './amqp-error.ts';
import type { Exchange } from './exchange.ts';
import { EMPTY_TABLE } from './field-table.ts';
import { type Message, messageText, type Properties } from './message.ts';
import type { Queue } from './queue.ts';
import type { VirtualHost } from './virtual-host.ts';

export interface Publish {
  readonly exchange: string;
  readonly routingKey: string;
  readonly mandatory: boolean;
  readonly properties: Properties;
  readonly body: Uint8Array;
  readonly source: SourceLine | undefined;
}

/** How the default exchange, whose name is empty, is called in events. */
const DEFAULT_EXCHANGE_SHOWN = '(default)';

/** Puts the message into its queues, which the caller then lets dispatch. No queue: it is dropped. Throws when it may not be published. */
export function route(host: VirtualHost, publish: Publish, client: string): { message: Message; queues: readonly Queue[] } {
  const { exchange, routingKey, properties, body, source } = publish;
  const entry = exchange === '' ? null : entryExchange(host, exchange);
  requireValidExpiration(properties.expiration);
  const message: Message = { id: host.environment.mintMessageId(), exchange, routingKey, properties, body };
  const from = exchange === '' ? DEFAULT_EXCHANGE_SHOWN : exchange;
  host.story.tell(message, source, { kind: 'messagePublished', detail: { client, to: from, key: routingKey, text: messageText(body) } });
  const queues = entry === null ? namedQueue(host, routingKey) : reachableQueues(entry, message);
  if (queues.length === 0) host.story.tell(message, source, { kind: 'messageDropped', detail: { place: from, reason: 'unroutable' } });
  for (const queue of queues) {
    host.story.tell(message, source, { kind: 'messageRouted', detail: { from, place: queue.name } });
    queue.enqueue(message);
    host.story.tell(message, source, { kind: 'messageStored', detail: { place: queue.name, at: 'tail' } });
  }
  return { message, queues };
}

function entryExchange(host: VirtualHost, name: string): Exchange {
  const exchange = host.exchanges.find(name);
  if (exchange === undefined) throw notFound('exchange', name);
  if (exchange.spec.internal) throw accessRefused(`cannot publish to internal exchange '${name}' in vhost '/'`);
  return exchange;
}

/** The default exchange leads to the queue whose name is the routing key. */
function namedQueue(host: VirtualHost, name: string): Queue[] {
  const queue = host.queues.find(name);
  return queue === undefined ? [] : [queue];
}

/** Each queue once, by whatever ways; a circle of exchanges is gone through once. */
function reachableQueues(entry: Exchange, { routingKey, properties }: Message): Queue[] {
  const exchanges = new Set([entry]);
  const queues = new Set<Queue>();
  for (const exchange of exchanges) {
    for (const destination of exchange.destinations(routingKey, properties.headers ?? EMPTY_TABLE)) {
      if (destination.kind === 'queue') queues.add(destination);
      else exchanges.add(destination);
    }
  }
  return [...queues];
}

function requireValidExpiration(expiration: string | undefined): void {
  if (expiration === undefined || /^\d+$/.test(expiration)) return;
  const why = /^-\d+$/.test(expiration)
    ? `{value_negative,${expiration}}`
    : /^\d/.test(expiration)
      ? `{leftover_string,"${expiration.replace(/^\d+/, '')}"}`
      : 'no_integer';
  throw preconditionFailed(`invalid expiration '${expiration}': ${why}`);
}
