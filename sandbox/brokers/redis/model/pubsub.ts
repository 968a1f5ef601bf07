/** Pub/Sub: who listens to which channel now. A message goes to those and is forgotten. */
import type { SourceLine } from '../../../trace/event.ts';
import type { BinaryText } from './binary-text.ts';
import { binaryBytes } from './binary-text.ts';
import type { Client } from './client.ts';
import { matchesGlob } from './glob.ts';
import { bulk, integer, NIL, type Reply, word } from './reply.ts';
import type { Actor, Story } from './story.ts';

/** `shard` channels (Redis 7) are apart from the others; without a cluster that is all there is to them. */
export type SubscriptionKind = 'channel' | 'pattern' | 'shard';

/** What a client is told when it begins or ceases to listen. */
const BEGINS: Readonly<Record<SubscriptionKind, string>> = { channel: 'subscribe', pattern: 'psubscribe', shard: 'ssubscribe' };
const CEASES: Readonly<Record<SubscriptionKind, string>> = { channel: 'unsubscribe', pattern: 'punsubscribe', shard: 'sunsubscribe' };

export class PubSub {
  /** Told of each message that a client has published. */
  onPublish: (command: 'PUBLISH' | 'SPUBLISH', channel: BinaryText, bytes: Uint8Array, messageId: string) => void = () => {};
  readonly #story: Story;
  readonly #server: string;
  readonly #listeners: Readonly<Record<SubscriptionKind, Map<BinaryText, Set<Client>>>> = {
    channel: new Map(),
    pattern: new Map(),
    shard: new Map(),
  };

  /** `server`: under which name the server itself speaks. */
  constructor(story: Story, server: string) {
    this.#story = story;
    this.#server = server;
  }

  /** Tells the client, also when it listened already. */
  subscribe(client: Client, source: SourceLine | undefined, kind: SubscriptionKind, name: BinaryText): void {
    const listeners = this.#listeners[kind];
    if (!client.subscriptions[kind].has(name)) this.#story.listens(actorOf(client, source), name, kind === 'pattern');
    client.subscriptions[kind].add(name);
    listeners.set(name, (listeners.get(name) ?? new Set()).add(client));
    client.outbox.reply(notice(BEGINS[kind], bulk(binaryBytes(name)), client, kind));
  }

  /** Tells the client, also when it did not listen. */
  unsubscribe(client: Client, source: SourceLine | undefined, kind: SubscriptionKind, name: BinaryText): void {
    this.#forget(client, source, kind, name);
    client.outbox.reply(notice(CEASES[kind], bulk(binaryBytes(name)), client, kind));
  }

  /** Ceases with everything of that kind. A client that listens to nothing is told once. */
  unsubscribeAll(client: Client, source: SourceLine | undefined, kind: SubscriptionKind): void {
    const names = [...client.subscriptions[kind]];
    for (const name of names) this.unsubscribe(client, source, kind, name);
    if (names.length === 0) client.outbox.reply(notice(CEASES[kind], NIL, client, kind));
  }

  /** The connection is gone or reset: nobody is told. */
  leave(client: Client): void {
    for (const kind of ['channel', 'pattern', 'shard'] as const) {
      for (const name of [...client.subscriptions[kind]]) this.#forget(client, undefined, kind, name);
    }
  }

  /** Hands the message to everyone who listens, first by channel, then by pattern; returns how many times (pubsubPublishMessage in pubsub.c). */
  publish(actor: Actor, kind: 'channel' | 'shard', channel: BinaryText, bytes: Uint8Array): number {
    const messageId = this.#story.sent(actor, channel, bytes);
    const received = this.#handOut(kind, channel, bytes, messageId);
    if (received === 0) this.#story.unheard(messageId, channel);
    this.onPublish(kind === 'shard' ? 'SPUBLISH' : 'PUBLISH', channel, bytes, messageId);
    return received;
  }

  /** The server itself says something. It is no message when nobody listens, and replicas are not told. */
  announce(channel: BinaryText, bytes: Uint8Array): void {
    if (!this.#isHeard(channel)) return;
    this.#handOut('channel', channel, bytes, this.#story.sent({ client: this.#server, source: undefined }, channel, bytes));
  }

  /** A replica hands on what was published at its master. */
  relay(command: 'PUBLISH' | 'SPUBLISH', channel: BinaryText, bytes: Uint8Array, messageId: string): void {
    this.#handOut(command === 'SPUBLISH' ? 'shard' : 'channel', channel, bytes, messageId);
    this.onPublish(command, channel, bytes, messageId);
  }

  /** Names that somebody listens to. */
  names(kind: SubscriptionKind): BinaryText[] {
    return [...this.#listeners[kind].keys()];
  }

  listenerCount(kind: SubscriptionKind, name: BinaryText): number {
    return this.#listeners[kind].get(name)?.size ?? 0;
  }

  #isHeard(channel: BinaryText): boolean {
    return this.#listeners.channel.has(channel) || this.names('pattern').some((pattern) => matchesGlob(pattern, channel));
  }

  #handOut(kind: 'channel' | 'shard', channel: BinaryText, bytes: Uint8Array, messageId: string): number {
    const [name, message] = [bulk(binaryBytes(channel)), bulk(bytes)];
    let received = 0;
    const hand = (client: Client, items: readonly Reply[]): void => {
      client.outbox.reply({ kind: 'push', items });
      this.#story.heard(messageId, channel, client.outbox.client);
      received += 1;
    };
    for (const client of this.#listeners[kind].get(channel) ?? []) {
      hand(client, [word(kind === 'shard' ? 'smessage' : 'message'), name, message]);
    }
    if (kind === 'channel') {
      for (const [pattern, clients] of this.#listeners.pattern) {
        if (!matchesGlob(pattern, channel)) continue;
        for (const client of clients) hand(client, [word('pmessage'), bulk(binaryBytes(pattern)), name, message]);
      }
    }
    return received;
  }

  #forget(client: Client, source: SourceLine | undefined, kind: SubscriptionKind, name: BinaryText): void {
    if (client.subscriptions[kind].delete(name)) this.#story.listensNoLonger(actorOf(client, source), name, kind === 'pattern');
    const listeners = this.#listeners[kind].get(name);
    listeners?.delete(client);
    if (listeners?.size === 0) this.#listeners[kind].delete(name);
  }
}

function actorOf(client: Client, source: SourceLine | undefined): Actor {
  return { client: client.outbox.client, source };
}

/** Channels and patterns are counted together, shard channels by themselves. */
function notice(what: string, name: Reply, client: Client, kind: SubscriptionKind): Reply {
  const { channel, pattern, shard } = client.subscriptions;
  const count = kind === 'shard' ? shard.size : channel.size + pattern.size;
  return { kind: 'push', items: [word(what), name, integer(count)] };
}
