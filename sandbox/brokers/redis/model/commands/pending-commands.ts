/** XPENDING, XCLAIM and XAUTOCLAIM: what was delivered and not acked, and how another consumer takes it over. */
import type { BinaryText } from '../binary-text.ts';
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { array, bulk, integer, NIL, NIL_ARRAY, type Reply, syntaxError, word } from '../reply.ts';
import { autoClaim, claim } from '../stream/claim.ts';
import { autoClaimOptions, claimOptions } from '../stream/claim-options.ts';
import type { ConsumerGroup } from '../stream/consumer-group.ts';
import { groupAt } from '../stream/group-lookup.ts';
import type { PendingEntry } from '../stream/pending-entries.ts';
import { compareIds, rangeEndOf, rangeStartOf, type StreamId } from '../stream/stream-id.ts';
import { idReply } from '../stream/stream-reply.ts';

export const pendingCommands: readonly Command[] = [
  { name: 'xpending', arity: -3, flags: ['readonly'], run: pending },
  { name: 'xclaim', arity: -6, flags: ['write'], run: claimNamed },
  { name: 'xautoclaim', arity: -6, flags: ['write'], run: claimIdle },
];

function pending(call: Call): Reply {
  const range = call.args.length === 3 ? null : pendingRange(call);
  const { group } = groupAt(call);
  return range === null ? summary(group) : entries(group, range, call.server.nowMs);
}

interface PendingRange {
  readonly minIdleMs: number;
  readonly start: StreamId;
  readonly end: StreamId;
  readonly count: number;
  readonly consumer: BinaryText | null;
}

function pendingRange(call: Call): PendingRange {
  const { length } = call.args;
  if (length < 6 || length > 9) throw syntaxError();
  const hasIdle = call.word(3) === 'IDLE';
  const minIdleMs = hasIdle ? call.number(4) : 0;
  if (hasIdle && length < 8) throw syntaxError();
  const at = hasIdle ? 5 : 3;
  const count = call.number(at + 2);
  const start = rangeStartOf(call.text(at));
  const end = rangeEndOf(call.text(at + 1));
  return { minIdleMs, start, end, count, consumer: length > at + 3 ? call.text(at + 3) : null };
}

/** How many, from which to which, and how many each consumer has. */
function summary(group: ConsumerGroup): Reply {
  const [first, last] = [group.pending.first(), group.pending.last()];
  if (first === undefined || last === undefined) return array([integer(0), NIL, NIL, NIL_ARRAY]);
  const owners = group.consumers().filter((consumer) => consumer.pending.size > 0);
  const counts = owners.map((consumer) => array([bulk(binaryBytes(consumer.name)), word(String(consumer.pending.size))]));
  return array([integer(group.pending.size), idReply(first.id), idReply(last.id), array(counts)]);
}

function entries(group: ConsumerGroup, { minIdleMs, start, end, count, consumer }: PendingRange, nowMs: number): Reply {
  const found: Reply[] = [];
  const of = consumer === null ? group : group.findConsumer(consumer);
  for (const entry of of?.pending.from(start) ?? []) {
    if (found.length >= count || compareIds(entry.id, end) > 0) break;
    if (minIdleMs === 0 || nowMs - entry.deliveredAtMs >= minIdleMs) found.push(pendingReply(entry, nowMs));
  }
  return array(found);
}

function pendingReply({ id, consumer, deliveredAtMs, deliveryCount }: PendingEntry, nowMs: number): Reply {
  const idleMs = Math.max(nowMs - deliveredAtMs, 0);
  return array([idReply(id), bulk(binaryBytes(consumer.name)), integer(idleMs), integer(deliveryCount)]);
}

function claimNamed(call: Call): Reply {
  const place = groupAt(call);
  return array(claim(call, place, claimOptions(call)));
}

function claimIdle(call: Call): Reply {
  const options = autoClaimOptions(call);
  const { cursor, claimed, deletedIds } = autoClaim(call, groupAt(call), options);
  return array([idReply(cursor), array(claimed), array(deletedIds.map(idReply))]);
}
