/** Commands of Pub/Sub: listen, cease, publish, and ask who listens. */
import { binaryBytes } from '../binary-text.ts';
import { ANSWERED, type Call, type Command } from '../command.ts';
import { matchesGlob } from '../glob.ts';
import type { SubscriptionKind } from '../pubsub.ts';
import { array, bulk, CommandError, integer, type Reply } from '../reply.ts';

export const pubsubCommands: readonly Command[] = [
  { name: 'subscribe', arity: -2, flags: ['listening'], run: (call) => subscribe(call, 'channel') },
  { name: 'unsubscribe', arity: -1, flags: ['listening'], run: (call) => unsubscribe(call, 'channel') },
  { name: 'psubscribe', arity: -2, flags: ['listening'], run: (call) => subscribe(call, 'pattern') },
  { name: 'punsubscribe', arity: -1, flags: ['listening'], run: (call) => unsubscribe(call, 'pattern') },
  { name: 'ssubscribe', arity: -2, flags: ['listening'], run: (call) => subscribe(call, 'shard') },
  { name: 'sunsubscribe', arity: -1, flags: ['listening'], run: (call) => unsubscribe(call, 'shard') },
  { name: 'publish', arity: 3, flags: [], run: (call) => publish(call, 'channel') },
  { name: 'spublish', arity: 3, flags: [], run: (call) => publish(call, 'shard') },
  { name: 'pubsub|channels', arity: -2, flags: [], run: (call) => channels(call, 'channel') },
  { name: 'pubsub|numsub', arity: -2, flags: [], run: (call) => counts(call, 'channel') },
  { name: 'pubsub|numpat', arity: 2, flags: [], run: ({ server }) => integer(server.pubsub.names('pattern').length) },
  { name: 'pubsub|shardchannels', arity: -2, flags: [], run: (call) => channels(call, 'shard') },
  { name: 'pubsub|shardnumsub', arity: -2, flags: [], run: (call) => counts(call, 'shard') },
];

function subscribe(call: Call, kind: SubscriptionKind): typeof ANSWERED {
  for (const name of call.texts(1)) call.server.pubsub.subscribe(call.client, call.source, kind, name);
  return ANSWERED;
}

function unsubscribe(call: Call, kind: SubscriptionKind): typeof ANSWERED {
  const names = call.texts(1);
  if (names.length === 0) call.server.pubsub.unsubscribeAll(call.client, call.source, kind);
  for (const name of names) call.server.pubsub.unsubscribe(call.client, call.source, kind, name);
  return ANSWERED;
}

function publish(call: Call, kind: 'channel' | 'shard'): Reply {
  return integer(call.server.pubsub.publish(call.actor, kind, call.text(1), call.bytes(2)));
}

function channels(call: Call, kind: 'channel' | 'shard'): Reply {
  if (call.args.length > 3) {
    throw new CommandError(`ERR unknown subcommand or wrong number of arguments for '${call.text(1)}'. Try PUBSUB HELP.`);
  }
  const pattern = call.args.length === 3 ? call.text(2) : '*';
  const names = call.server.pubsub.names(kind).filter((name) => matchesGlob(pattern, name));
  return array(names.map((name) => bulk(binaryBytes(name))));
}

/** Channel by channel: its name and how many listen to it by name. */
function counts(call: Call, kind: 'channel' | 'shard'): Reply {
  return array(call.texts(2).flatMap((name) => [bulk(binaryBytes(name)), integer(call.server.pubsub.listenerCount(kind, name))]));
}
