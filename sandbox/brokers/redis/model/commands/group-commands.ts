/** XGROUP and XACK: groups that read a stream together, their consumers, and what those have done with. */
import type { Call, Command } from '../command.ts';
import { CommandError, integer, OK, type Reply } from '../reply.ts';
import { ConsumerGroup } from '../stream/consumer-group.ts';
import { joinGroup } from '../stream/group-lookup.ts';
import type { Stream } from '../stream/stream.ts';
import { idOf, idOrEndOf, LEAST_ID, type StreamId } from '../stream/stream-id.ts';
import { streamToRead } from './stream-commands.ts';

export const groupCommands: readonly Command[] = [
  { name: 'xgroup|create', arity: -5, flags: ['write'], run: create },
  { name: 'xgroup|setid', arity: -5, flags: ['write'], run: setPosition },
  { name: 'xgroup|destroy', arity: 4, flags: ['write'], run: destroy },
  { name: 'xgroup|createconsumer', arity: 5, flags: ['write'], run: createConsumer },
  { name: 'xgroup|delconsumer', arity: 5, flags: ['write'], run: deleteConsumer },
  { name: 'xack', arity: -4, flags: ['write'], run: acknowledge },
];

/** CREATE takes at most so many arguments, whatever they are. */
const MOST_ARGUMENTS = 8;

function create(call: Call): Reply {
  const options = groupOptions(call, true);
  const found = streamOf(call);
  if (found === undefined && !options.makesStream) throw noSuchKey();
  if (call.args.length > MOST_ARGUMENTS) throw wrongSubcommand(call);
  const lastId = positionOf(call, found, idOf);
  const { key, name } = named(call);
  const stream = found ?? call.database.findOrMake(key, 'stream').stream;
  if (stream.findGroup(name) !== undefined) throw new CommandError('BUSYGROUP Consumer Group name already exists');
  const group = new ConsumerGroup(name, lastId, options.entriesRead);
  stream.addGroup(group);
  call.server.streamStory.moved(call.actor, key, group);
  if (found === undefined) call.database.changed(key);
  else call.database.changedQuietly(key);
  call.tell('stream', 'xgroup-create', key);
  return OK;
}

function setPosition(call: Call): Reply {
  const { entriesRead } = groupOptions(call, false);
  const { stream, group } = groupOf(call);
  group.lastId = positionOf(call, stream, idOrEndOf);
  group.entriesRead = entriesRead;
  call.server.streamStory.moved(call.actor, named(call).key, group);
  call.database.changedQuietly(named(call).key);
  call.tell('stream', 'xgroup-setid', named(call).key);
  return OK;
}

/** Its position and its pending entries are forgotten; whoever waits in it is told. */
function destroy(call: Call): Reply {
  const { key, name } = named(call);
  const stream = streamOf(call);
  if (stream === undefined) throw noSuchKey();
  const group = stream.findGroup(name);
  if (group === undefined) return integer(0);
  stream.removeGroup(group);
  for (const consumer of group.consumers()) call.server.streamStory.left(call.actor, key, group, consumer);
  call.database.changedQuietly(key);
  call.tell('stream', 'xgroup-destroy', key);
  call.server.waitingRoom.signal(call.database, key);
  return integer(1);
}

function createConsumer(call: Call): Reply {
  const { group } = groupOf(call);
  const { key } = named(call);
  const name = call.text(4);
  if (group.findConsumer(name) !== undefined) return integer(0);
  joinGroup(call, key, group, name);
  call.database.changedQuietly(key);
  return integer(1);
}

/** What it had pending is delivered to nobody else: it is lost to the group. */
function deleteConsumer(call: Call): Reply {
  const { group } = groupOf(call);
  const { key } = named(call);
  const consumer = group.findConsumer(call.text(4));
  if (consumer === undefined) return integer(0);
  group.removeConsumer(consumer);
  call.server.streamStory.left(call.actor, key, group, consumer);
  call.database.changedQuietly(key);
  call.tell('stream', 'xgroup-delconsumer', key);
  return integer(consumer.pending.size);
}

/** All ids are read before any is acknowledged. */
function acknowledge(call: Call): Reply {
  const group = streamToRead(call)?.findGroup(call.text(2));
  if (group === undefined) return integer(0);
  const key = call.text(1);
  let count = 0;
  for (const id of call.texts(3).map(idOf)) {
    const pending = group.pending.find(id);
    if (pending === undefined) continue;
    group.settle(pending);
    call.server.streamStory.acked(call.actor, key, group, pending);
    count += 1;
  }
  if (count > 0) call.database.changedQuietly(key);
  return integer(count);
}

function named(call: Call) {
  return { key: call.text(2), name: call.text(3) };
}

function streamOf(call: Call): Stream | undefined {
  return call.database.findAs(named(call).key, 'stream')?.stream;
}

function groupOf(call: Call): { stream: Stream; group: ConsumerGroup } {
  const { key, name } = named(call);
  const stream = streamOf(call);
  if (stream === undefined) throw noSuchKey();
  const group = stream.findGroup(name);
  if (group === undefined) throw new CommandError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
  return { stream, group };
}

function groupOptions(call: Call, isCreate: boolean): { makesStream: boolean; entriesRead: bigint | null } {
  let makesStream = false;
  let entriesRead: bigint | null = null;
  let index = 5;
  while (index < call.args.length) {
    const word = call.word(index);
    if (isCreate && word === 'MKSTREAM') {
      makesStream = true;
      index += 1;
    } else if (word === 'ENTRIESREAD' && index + 1 < call.args.length) {
      entriesRead = entriesReadOf(call.integer(index + 1));
      index += 2;
    } else {
      throw wrongSubcommand(call);
    }
  }
  return { makesStream, entriesRead };
}

/** -1: not known. */
function entriesReadOf(value: bigint): bigint | null {
  if (value < -1n) throw new CommandError('ERR value for ENTRIESREAD must be positive or -1');
  return value === -1n ? null : value;
}

function positionOf(call: Call, stream: Stream | undefined, parse: (text: string) => StreamId): StreamId {
  return call.text(4) === '$' ? (stream?.lastId ?? LEAST_ID) : parse(call.text(4));
}

function noSuchKey(): CommandError {
  return new CommandError(
    'ERR The XGROUP subcommand requires the key to exist. ' +
      'Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
  );
}

/** The subcommand is repeated as it was typed. */
export function wrongSubcommand(call: Call): CommandError {
  const container = call.word(0);
  return new CommandError(`ERR unknown subcommand or wrong number of arguments for '${call.text(1)}'. Try ${container} HELP.`);
}
