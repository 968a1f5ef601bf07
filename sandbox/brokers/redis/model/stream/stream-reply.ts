/** Entries and ids as replies. */
import { array, bulk, type Reply, word } from '../reply.ts';
import { idText, type StreamId } from './stream-id.ts';
import type { StreamEntry } from './stream-node.ts';

export function idReply(id: StreamId): Reply {
  return word(idText(id));
}

export function entryReply({ id, fields }: StreamEntry): Reply {
  return array([idReply(id), array(fields.map(bulk))]);
}

export function entriesReply(entries: readonly StreamEntry[]): Reply {
  return array(entries.map(entryReply));
}
