/** XINFO: a stream, its groups and their consumers, for people. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { array, bulk, CommandError, integer, NIL, type Reply, word } from '../reply.ts';
import type { Consumer, ConsumerGroup } from '../stream/consumer-group.ts';
import type { PendingEntries, PendingEntry } from '../stream/pending-entries.ts';
import { radixTreeSize } from '../stream/radix-tree-size.ts';
import type { Stream } from '../stream/stream.ts';
import { GREATEST_ID, LEAST_ID } from '../stream/stream-id.ts';
import { entriesReply, entryReply, idReply } from '../stream/stream-reply.ts';
import { wrongSubcommand } from './group-commands.ts';

export const streamInfoCommands: readonly Command[] = [
  { name: 'xinfo|stream', arity: -3, flags: ['readonly'], run: stream },
  { name: 'xinfo|groups', arity: 3, flags: ['readonly'], run: groups },
  { name: 'xinfo|consumers', arity: 4, flags: ['readonly'], run: consumers },
];

type Pairs = readonly (readonly [name: string, value: Reply])[];

/** How much FULL tells when no COUNT is given. */
const FULL_COUNT = 10;

function stream(call: Call): Reply {
  const found = namedStream(call);
  const count = fullCount(call);
  const { log } = found;
  const ids = log.nodeIds;
  const common: Pairs = [
    ['length', integer(found.length)],
    ['radix-tree-keys', integer(ids.length)],
    ['radix-tree-nodes', integer(radixTreeSize(ids))],
    ['last-generated-id', idReply(found.lastId)],
    ['max-deleted-entry-id', idReply(found.maxDeletedId)],
    ['entries-added', integer(found.entriesAdded)],
    ['recorded-first-entry-id', idReply(found.firstId)],
  ];
  if (count !== null) {
    return map([
      ...common,
      ['entries', entriesReply(log.range(LEAST_ID, GREATEST_ID, count))],
      ['groups', array(found.groups().map((group) => wholeGroup(found, group, count)))],
    ]);
  }
  const [first, last] = [log.first(), log.last()];
  return map([
    ...common,
    ['groups', integer(found.groupCount)],
    ['first-entry', first === undefined ? NIL : entryReply(first)],
    ['last-entry', last === undefined ? NIL : entryReply(last)],
  ]);
}

/** Null without FULL; COUNT 0 is without end. */
function fullCount(call: Call): number | null {
  const { length } = call.args;
  if (length === 3) return null;
  if ((length !== 4 && length !== 6) || call.word(3) !== 'FULL') throw wrongSubcommand(call);
  if (length === 4) return FULL_COUNT;
  if (call.word(4) !== 'COUNT') throw wrongSubcommand(call);
  const count = call.number(5);
  if (count < 0) return FULL_COUNT;
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

function wholeGroup(of: Stream, group: ConsumerGroup, count: number): Reply {
  const entry = ({ id, consumer, deliveredAtMs, deliveryCount }: PendingEntry) =>
    array([idReply(id), bulk(binaryBytes(consumer.name)), integer(deliveredAtMs), integer(deliveryCount)]);
  return map([
    ['name', bulk(binaryBytes(group.name))],
    ...progress(of, group),
    ['pel-count', integer(group.pending.size)],
    ['pending', firstOf(group.pending, count, entry)],
    ['consumers', array(group.consumers().map((consumer) => wholeConsumer(consumer, count)))],
  ]);
}

function wholeConsumer({ name, seenAtMs, pending }: Consumer, count: number): Reply {
  const entry = ({ id, deliveredAtMs, deliveryCount }: PendingEntry) =>
    array([idReply(id), integer(deliveredAtMs), integer(deliveryCount)]);
  return map([
    ['name', bulk(binaryBytes(name))],
    ['seen-time', integer(seenAtMs)],
    ['pel-count', integer(pending.size)],
    ['pending', firstOf(pending, count, entry)],
  ]);
}

function firstOf(pending: PendingEntries, count: number, reply: (entry: PendingEntry) => Reply): Reply {
  const replies: Reply[] = [];
  for (const entry of pending.from(LEAST_ID)) {
    if (replies.length >= count) break;
    replies.push(reply(entry));
  }
  return array(replies);
}

function groups(call: Call): Reply {
  const found = namedStream(call);
  return array(
    found
      .groups()
      .map((group) =>
        map([
          ['name', bulk(binaryBytes(group.name))],
          ['consumers', integer(group.consumerCount)],
          ['pending', integer(group.pending.size)],
          ...progress(found, group),
        ]),
      ),
  );
}

/** How far the group has come, and how much is left. */
function progress(of: Stream, group: ConsumerGroup): Pairs {
  const lag = of.lagOf(group);
  return [
    ['last-delivered-id', idReply(group.lastId)],
    ['entries-read', group.entriesRead === null ? NIL : integer(group.entriesRead)],
    ['lag', lag === null ? NIL : integer(lag)],
  ];
}

function consumers(call: Call): Reply {
  const name = call.text(3);
  const group = namedStream(call).findGroup(name);
  if (group === undefined) throw new CommandError(`NOGROUP No such consumer group '${name}' for key name '${call.text(2)}'`);
  const { nowMs } = call.server;
  return array(
    group.consumers().map((consumer) =>
      map([
        ['name', bulk(binaryBytes(consumer.name))],
        ['pending', integer(consumer.pending.size)],
        ['idle', integer(Math.max(nowMs - consumer.seenAtMs, 0))],
      ]),
    ),
  );
}

function namedStream(call: Call): Stream {
  const found = call.readAs(call.text(2), 'stream');
  if (found === undefined) throw new CommandError('ERR no such key');
  return found.stream;
}

function map(pairs: Pairs): Reply {
  return { kind: 'map', pairs: pairs.map(([name, value]) => [word(name), value]) };
}
