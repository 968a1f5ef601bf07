/** Delivery to a group: what nobody has got yet, and what a consumer has got but not acked. */
import type { BinaryText } from '../binary-text.ts';
import type { Call } from '../command.ts';
import { array, NIL_ARRAY, type Reply } from '../reply.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { consumerSeen } from './group-lookup.ts';
import type { Stream } from './stream.ts';
import { idAfter, type StreamId } from './stream-id.ts';
import { entriesReply, entryReply, idReply } from './stream-reply.ts';

/** Who reads what. */
export interface Reading {
  readonly key: BinaryText;
  readonly stream: Stream;
  readonly group: ConsumerGroup;
  /** The consumer's name. */
  readonly consumer: BinaryText;
  readonly count: number;
}

/** Gives the consumer what comes after the group's position, and moves that on. With `isUnacked` nothing is pending afterwards. */
export function deliverNew(call: Call, { key, stream, group, consumer: name, count }: Reading, isUnacked: boolean): Reply {
  const { nowMs, streamStory } = call.server;
  const consumer = consumerSeen(call, key, group, name);
  const entries = stream.after(group.lastId, count);
  for (const entry of entries) {
    stream.advance(group, entry);
    const deliveries = isUnacked ? undefined : group.hand(entry, consumer, nowMs).deliveryCount;
    streamStory.handed(call.actor, key, entry.messageId, { group, consumer, redelivered: group.delivers(entry), deliveries });
  }
  if (entries.length > 0) {
    streamStory.moved(call.actor, key, group);
    call.database.changedQuietly(key);
  }
  return entriesReply(entries);
}

/** Gives the consumer again what it has pending after the id; each counts as one more delivery. An entry that is gone reads as nil. */
export function deliverHistory(call: Call, { key, stream, group, consumer: name, count }: Reading, after: StreamId): Reply {
  const { nowMs, streamStory } = call.server;
  const consumer = consumerSeen(call, key, group, name);
  const start = idAfter(after);
  const replies: Reply[] = [];
  if (start === undefined) return array(replies);
  for (const pending of consumer.pending.from(start)) {
    if (replies.length >= count) break;
    const entry = stream.log.find(pending.id);
    if (entry === undefined) {
      replies.push(array([idReply(pending.id), NIL_ARRAY]));
    } else {
      pending.deliveredAtMs = nowMs;
      pending.deliveryCount += 1n;
      const handing = { group, consumer, redelivered: true, deliveries: pending.deliveryCount };
      streamStory.handed(call.actor, key, entry.messageId, handing);
      replies.push(entryReply(entry));
    }
  }
  if (replies.length > 0) call.database.changedQuietly(key);
  return array(replies);
}
