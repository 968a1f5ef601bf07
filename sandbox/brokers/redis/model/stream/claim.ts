/** Claiming: a consumer takes over what another one has had for too long. */
import type { Call } from '../command.ts';
import type { Reply } from '../reply.ts';
import type { AutoClaimOptions, ClaimOptions } from './claim-options.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { consumerSeen } from './group-lookup.ts';
import type { PendingEntry } from './pending-entries.ts';
import type { Stream } from './stream.ts';
import { compareIds, idAfter, LEAST_ID, type StreamId } from './stream-id.ts';
import type { StreamEntry } from './stream-node.ts';
import { entryReply, idReply } from './stream-reply.ts';

interface Place {
  readonly key: string;
  readonly stream: Stream;
  readonly group: ConsumerGroup;
}

/** An entry that is gone from the stream is pending no more (xclaimCommand in t_stream.c). */
export function claim(call: Call, place: Place, options: ClaimOptions): Reply[] {
  const { key, stream, group } = place;
  const { nowMs } = call.server;
  if (compareIds(options.lastId, group.lastId) > 0) {
    group.lastId = options.lastId;
    call.server.streamStory.moved(call.actor, key, group);
  }
  const replies: Reply[] = [];
  for (const id of options.ids) {
    const entry = stream.log.find(id);
    const pending = group.pending.find(id);
    if (entry === undefined) {
      if (pending !== undefined) group.settle(pending);
    } else if (pending === undefined) {
      if (options.isForced) replies.push(take(call, place, entry, null, options));
    } else if (options.minIdleMs === 0 || nowMs - pending.deliveredAtMs >= options.minIdleMs) {
      replies.push(take(call, place, entry, pending, options));
    }
  }
  call.database.changedQuietly(key);
  return replies;
}

/** How many are looked at for each that is claimed. */
const LOOKS = 10;

/** `cursor`: where the next call goes on; 0-0 when all have been looked at (xautoclaimCommand in t_stream.c). */
export function autoClaim(
  call: Call,
  place: Place,
  options: AutoClaimOptions,
): { cursor: StreamId; claimed: Reply[]; deletedIds: StreamId[] } {
  const { key, stream, group } = place;
  const { nowMs } = call.server;
  const claimed: Reply[] = [];
  const deletedIds: StreamId[] = [];
  let next = group.pending.firstFrom(options.start);
  for (let looks = options.count * LOOKS; looks > 0 && next !== undefined; looks -= 1) {
    if (claimed.length + deletedIds.length >= options.count) break;
    const entry = stream.log.find(next.id);
    if (entry === undefined) {
      group.settle(next);
      deletedIds.push(next.id);
    } else if (options.minIdleMs === 0 || nowMs - next.deliveredAtMs >= options.minIdleMs) {
      claimed.push(take(call, place, entry, next, { ...options, deliveredAtMs: nowMs, deliveryCount: null }));
    }
    const after = idAfter(next.id);
    next = after === undefined ? undefined : group.pending.firstFrom(after);
  }
  call.database.changedQuietly(key);
  return { cursor: next?.id ?? LEAST_ID, claimed, deletedIds };
}

type Taking = Pick<ClaimOptions, 'consumer' | 'justIds' | 'deliveredAtMs' | 'deliveryCount'>;

function take(call: Call, { key, group }: Place, entry: StreamEntry, known: PendingEntry | null, taking: Taking): Reply {
  const consumer = consumerSeen(call, key, group, taking.consumer);
  const pending = known ?? group.hand(entry, consumer, taking.deliveredAtMs);
  group.move(pending, consumer);
  pending.deliveredAtMs = taking.deliveredAtMs;
  if (taking.deliveryCount !== null) pending.deliveryCount = taking.deliveryCount;
  else if (!taking.justIds) pending.deliveryCount += 1n;
  const handing = { group, consumer, redelivered: group.delivers(entry), deliveries: pending.deliveryCount };
  call.server.streamStory.handed(call.actor, key, entry.messageId, handing);
  return taking.justIds ? idReply(entry.id) : entryReply(entry);
}
