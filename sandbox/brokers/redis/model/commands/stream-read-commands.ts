/** XREAD and XREADGROUP: reading several streams at once, and waiting for new entries. */
import type { BinaryText } from '../binary-text.ts';
import { binaryBytes } from '../binary-text.ts';
import { BLOCKED, type Call, type Command } from '../command.ts';
import { bulk, CommandError, NIL_ARRAY, type Reply } from '../reply.ts';
import { deliverHistory, deliverNew } from '../stream/delivery.ts';
import { type ReadOptions, readOptions, type StreamToRead } from '../stream/read-options.ts';
import type { Stream } from '../stream/stream.ts';
import { compareIds, GREATEST_ID, isSameId } from '../stream/stream-id.ts';
import { entriesReply } from '../stream/stream-reply.ts';

export const streamReadCommands: readonly Command[] = [
  { name: 'xread', arity: -4, flags: ['readonly', 'blocking'], run: (call) => read(call, false) },
  { name: 'xreadgroup', arity: -7, flags: ['write', 'blocking'], run: (call) => read(call, true) },
];

/** Who waits and names no COUNT gets at most so many, in case its id is far behind. */
const MOST_WHEN_BLOCKED = 1000;

const STREAM_GONE: Reply = { kind: 'error', text: 'UNBLOCKED the stream key no longer exists' };

function read(call: Call, isGroup: boolean): Reply | typeof BLOCKED {
  const options = readOptions(call, isGroup);
  const found: (readonly [Reply, Reply])[] = [];
  for (const wanted of options.streams) {
    const stream = call.readAs(wanted.key, 'stream')?.stream;
    const entries = stream === undefined ? undefined : readNow(call, stream, wanted, options);
    if (entries !== undefined) found.push([bulk(binaryBytes(wanted.key)), entries]);
  }
  if (found.length > 0) return { kind: 'listing', pairs: found };
  if (options.timeoutMicros === null || !call.mayBlock) return NIL_ARRAY;
  return wait(call, options, options.timeoutMicros);
}

/** The entries that are there now; undefined when there is nothing to tell of the stream. */
function readNow(call: Call, stream: Stream, { key, after, group }: StreamToRead, options: ReadOptions): Reply | undefined {
  const last = stream.log.last();
  if (group === null || options.reader === null) {
    return last !== undefined && compareIds(last.id, after) > 0 ? readAfter(call, key, stream, { after, count: options.count }) : undefined;
  }
  const { consumer, isUnacked } = options.reader;
  if (!isSameId(after, GREATEST_ID)) return deliverHistory(call, { key, stream, group, consumer, count: options.count }, after);
  if (last === undefined || compareIds(last.id, group.lastId) <= 0) return undefined;
  return deliverNew(call, { key, stream, group, consumer, count: options.count }, isUnacked);
}

function readAfter(call: Call, key: BinaryText, stream: Stream, { after, count }: { after: StreamToRead['after']; count: number }): Reply {
  const entries = stream.after(after, count);
  for (const entry of entries) call.server.streamStory.read(call.actor, key, entry);
  return entriesReply(entries);
}

function wait(call: Call, options: ReadOptions, timeoutMicros: number): typeof BLOCKED {
  const { client, database, server, source } = call;
  const count = Number.isFinite(options.count) ? options.count : MOST_WHEN_BLOCKED;
  const attempt = (key: BinaryText): Reply | undefined => {
    const wanted = options.streams.find((other) => other.key === key) as StreamToRead;
    const stream = database.findAs(key, 'stream')?.stream;
    const entries = stream === undefined ? undefined : readWhenSignalled(call, stream, wanted, { ...options, count });
    return entries === undefined ? undefined : { kind: 'listing', pairs: [[bulk(binaryBytes(key)), entries]] };
  };
  server.waitingRoom.enter(
    {
      client,
      database,
      keys: options.streams.map(({ key }) => key),
      command: call.word(0),
      source,
      wants: 'stream',
      attempt,
      ...(options.reader !== null && { whenGone: STREAM_GONE }),
      onTimeout: () => NIL_ARRAY,
    },
    timeoutMicros,
  );
  return BLOCKED;
}

/** Whoever waits is told as soon as an id was given, even if its entry is gone again already. */
function readWhenSignalled(call: Call, stream: Stream, { key, after }: StreamToRead, options: ReadOptions): Reply | undefined {
  const { reader, count } = options;
  if (reader === null) return compareIds(stream.lastId, after) > 0 ? readAfter(call, key, stream, { after, count }) : undefined;
  const group = stream.findGroup(reader.group);
  if (group === undefined) throw new CommandError('NOGROUP the consumer group this client was blocked on no longer exists');
  if (compareIds(stream.lastId, group.lastId) <= 0) return undefined;
  return deliverNew(call, { key, stream, group, consumer: reader.consumer, count }, reader.isUnacked);
}
