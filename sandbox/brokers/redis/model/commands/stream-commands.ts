/** Commands on streams as logs: adding, looking, deleting, trimming. */
import type { Call, Command } from '../command.ts';
import { CommandError, EMPTY_ARRAY, integer, NIL, NIL_ARRAY, OK, type Reply, syntaxError, wrongArity } from '../reply.ts';
import type { Trim } from '../stream/entry-log.ts';
import type { Stream } from '../stream/stream.ts';
import {
  compareIds,
  GREATEST_ID,
  idAfter,
  idOf,
  isSameId,
  LEAST_ID,
  rangeEndOf,
  rangeStartOf,
  type StreamId,
} from '../stream/stream-id.ts';
import { entriesReply, idReply } from '../stream/stream-reply.ts';
import { type TrimOptions, trimOptions } from '../stream/trim-options.ts';

export const streamCommands: readonly Command[] = [
  { name: 'xadd', arity: -5, flags: ['write'], run: add },
  { name: 'xlen', arity: 2, flags: ['readonly'], run: (call) => integer(streamToRead(call)?.length ?? 0) },
  { name: 'xrange', arity: -4, flags: ['readonly'], run: (call) => range(call, 2, 3) },
  { name: 'xrevrange', arity: -4, flags: ['readonly'], run: (call) => range(call, 3, 2) },
  { name: 'xdel', arity: -3, flags: ['write'], run: remove },
  { name: 'xtrim', arity: -4, flags: ['write'], run: trim },
  { name: 'xsetid', arity: -3, flags: ['write'], run: setId },
];

export function streamToRead(call: Call): Stream | undefined {
  return call.readAs(call.text(1), 'stream')?.stream;
}

function streamAt(call: Call): Stream | undefined {
  return call.database.findAs(call.text(1), 'stream')?.stream;
}

function add(call: Call): Reply {
  const options = trimOptions(call, true);
  const fields = call.args.slice(options.idIndex + 1);
  if (fields.length === 0 || fields.length % 2 !== 0) throw wrongArity('xadd');
  const { newId } = options;
  if (newId !== null && !newId.choosesSequence && isSameId(newId.id, LEAST_ID)) {
    throw new CommandError('ERR The ID specified in XADD must be greater than 0-0');
  }
  const key = call.text(1);
  if (options.makesNone && streamAt(call) === undefined) return NIL;
  const { stream } = call.database.findOrMake(key, 'stream');
  const id = idToAdd(call, stream, newId);
  stream.append({ id, fields, messageId: call.server.streamStory.added(call.actor, key, id, fields) });
  call.changed('stream', 'xadd', key);
  if (options.trim !== null && trimTold(call, stream, options.trim) > 0) call.tell('stream', 'xtrim', key);
  call.server.waitingRoom.signal(call.database, key);
  return idReply(id);
}

function idToAdd(call: Call, stream: Stream, newId: TrimOptions['newId']): StreamId {
  if (isSameId(stream.lastId, GREATEST_ID)) {
    throw new CommandError('ERR The stream has exhausted the last possible ID, unable to add more items');
  }
  if (newId === null) return stream.idAt(call.server.nowMs);
  let { id } = newId;
  if (newId.choosesSequence && id.ms === stream.lastId.ms) {
    id = idAfter(stream.lastId) as StreamId;
    // The sequence numbers of that millisecond are used up; 7.0 has the wrong words for it.
    if (id.ms !== stream.lastId.ms) throw new CommandError('ERR Elements are too large to be stored');
  }
  if (compareIds(id, stream.lastId) <= 0) {
    throw new CommandError('ERR The ID specified in XADD is equal or smaller than the target stream top item');
  }
  return id;
}

function range(call: Call, startIndex: number, endIndex: number): Reply {
  const start = rangeStartOf(call.text(startIndex));
  const end = rangeEndOf(call.text(endIndex));
  let count = Number.POSITIVE_INFINITY;
  for (let index = 4; index < call.args.length; index += 2) {
    if (call.word(index) !== 'COUNT' || index + 1 === call.args.length) throw syntaxError();
    count = Math.max(call.number(index + 1), 0);
  }
  const stream = streamToRead(call);
  if (stream === undefined) return EMPTY_ARRAY;
  if (count === 0) return NIL_ARRAY;
  const { log } = stream;
  return entriesReply(startIndex < endIndex ? log.range(start, end, count) : log.rangeBackwards(start, end, count));
}

function remove(call: Call): Reply {
  const stream = streamAt(call);
  if (stream === undefined) return integer(0);
  const key = call.text(1);
  const ids = call.texts(2).map(idOf);
  const deleted = ids.flatMap((id) => stream.delete(id) ?? []);
  for (const entry of deleted) call.server.story.dropped(key, entry, 'deleted', call.source);
  if (deleted.length > 0) call.changed('stream', 'xdel', key);
  return integer(deleted.length);
}

function trim(call: Call): Reply {
  const options = trimOptions(call, false);
  const stream = streamAt(call);
  if (stream === undefined || options.trim === null) return integer(0);
  const count = trimTold(call, stream, options.trim);
  if (count > 0) call.changed('stream', 'xtrim', call.text(1));
  return integer(count);
}

function trimTold(call: Call, stream: Stream, by: Trim): number {
  const dropped = stream.trim(by);
  for (const entry of dropped) call.server.story.dropped(call.text(1), entry, 'trimmed', call.source);
  return dropped.length;
}

/** What XSETID sets besides the last id; `maxDeletedId` 0-0 leaves that as it is. */
interface SetIdOptions {
  readonly entriesAdded: bigint | null;
  readonly maxDeletedId: StreamId;
}

function setId(call: Call): Reply {
  const id = idOf(call.text(2));
  const { entriesAdded, maxDeletedId } = setIdOptions(call, id);
  const stream = streamAt(call);
  if (stream === undefined) throw new CommandError('ERR no such key');
  const last = stream.log.last();
  if (last !== undefined && compareIds(id, last.id) < 0) {
    throw new CommandError('ERR The ID specified in XSETID is smaller than the target stream top item');
  }
  if (last !== undefined && entriesAdded !== null && entriesAdded < BigInt(stream.length)) {
    throw new CommandError('ERR The entries_added specified in XSETID is smaller than the target stream length');
  }
  stream.lastId = id;
  if (entriesAdded !== null) stream.entriesAdded = entriesAdded;
  if (!isSameId(maxDeletedId, LEAST_ID)) stream.maxDeletedId = maxDeletedId;
  call.database.changedQuietly(call.text(1));
  call.tell('stream', 'xsetid', call.text(1));
  return OK;
}

function setIdOptions(call: Call, id: StreamId): SetIdOptions {
  let entriesAdded: bigint | null = null;
  let maxDeletedId = LEAST_ID;
  for (let index = 3; index < call.args.length; index += 2) {
    const option = index + 1 < call.args.length ? call.word(index) : '';
    if (option === 'ENTRIESADDED') {
      entriesAdded = call.integer(index + 1);
      if (entriesAdded < 0n) throw new CommandError('ERR entries_added must be positive');
    } else if (option === 'MAXDELETEDID') {
      maxDeletedId = idOf(call.text(index + 1));
      if (compareIds(id, maxDeletedId) >= 0) continue;
      throw new CommandError('ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id');
    } else {
      throw syntaxError();
    }
  }
  return { entriesAdded, maxDeletedId };
}
