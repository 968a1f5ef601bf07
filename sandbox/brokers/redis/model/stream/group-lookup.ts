/** Finding the group that a command names, and the consumer that it makes on the way. */
import type { BinaryText } from '../binary-text.ts';
import type { Call } from '../command.ts';
import { CommandError } from '../reply.ts';
import type { Consumer, ConsumerGroup } from './consumer-group.ts';
import type { Stream } from './stream.ts';

export function noSuchGroup(key: BinaryText, group: BinaryText, where = ''): CommandError {
  return new CommandError(`NOGROUP No such key '${key}' or consumer group '${group}'${where}`);
}

/** The stream at the first argument and its group at the second; throws NOGROUP when either is missing. */
export function groupAt(call: Call): { key: BinaryText; stream: Stream; group: ConsumerGroup } {
  const [key, name] = [call.text(1), call.text(2)];
  const stream = call.readAs(key, 'stream')?.stream;
  const group = stream?.findGroup(name);
  if (stream === undefined || group === undefined) throw noSuchGroup(key, name);
  return { key, stream, group };
}

/** The consumer of that name, made if there is none; it has been seen now. */
export function consumerSeen(call: Call, key: BinaryText, group: ConsumerGroup, name: BinaryText): Consumer {
  const { nowMs } = call.server;
  const known = group.findConsumer(name);
  if (known !== undefined) {
    known.seenAtMs = nowMs;
    return known;
  }
  return joinGroup(call, key, group, name);
}

/** Makes a consumer. */
export function joinGroup(call: Call, key: BinaryText, group: ConsumerGroup, name: BinaryText): Consumer {
  const { nowMs, streamStory } = call.server;
  const consumer = group.addConsumer(name, nowMs);
  streamStory.joined(call.actor, key, group, consumer);
  call.tell('stream', 'xgroup-createconsumer', key);
  return consumer;
}
