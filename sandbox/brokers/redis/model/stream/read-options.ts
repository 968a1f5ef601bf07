/** The options of XREAD and XREADGROUP: which streams, after which ids, how many, and how long to wait. */
import type { BinaryText } from '../binary-text.ts';
import type { Call } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError, syntaxError } from '../reply.ts';
import type { ConsumerGroup } from './consumer-group.ts';
import { noSuchGroup } from './group-lookup.ts';
import { GREATEST_ID, idOf, LEAST_ID, type StreamId } from './stream-id.ts';

export interface StreamToRead {
  readonly key: BinaryText;
  /** Entries after it are wanted; of a group, the greatest id stands for `>`: what nobody has got yet. */
  readonly after: StreamId;
  readonly group: ConsumerGroup | null;
}

export interface ReadOptions {
  readonly streams: readonly StreamToRead[];
  readonly count: number;
  /** Null without BLOCK; 0: without end. */
  readonly timeoutMicros: number | null;
  readonly reader: Reader | null;
}

/** GROUP. `isUnacked`: NOACK, nothing is owed. */
export interface Reader {
  readonly group: BinaryText;
  readonly consumer: BinaryText;
  readonly isUnacked: boolean;
}

interface Draft {
  count: number;
  timeoutMicros: number | null;
  group: readonly [BinaryText, BinaryText] | null;
  isUnacked: boolean;
}

const MOST_TIMEOUT_MS = 2n ** 53n / 1000n;

/** `isGroup`: it is XREADGROUP (xreadCommand in t_stream.c). */
export function readOptions(call: Call, isGroup: boolean): ReadOptions {
  const draft: Draft = { count: Number.POSITIVE_INFINITY, timeoutMicros: null, group: null, isUnacked: false };
  let index = 1;
  while (index < call.args.length && !(call.word(index) === 'STREAMS' && index + 1 < call.args.length)) {
    index += takeOption(call, index, isGroup, draft);
  }
  if (index === call.args.length) throw syntaxError();
  const count = (call.args.length - index - 1) / 2;
  if (!Number.isInteger(count)) {
    throw new CommandError("ERR Unbalanced XREAD list of streams: for each stream key an ID or '$' must be specified.");
  }
  if (isGroup && draft.group === null) throw new CommandError('ERR Missing GROUP option for XREADGROUP');
  const reader = draft.group === null ? null : { group: draft.group[0], consumer: draft.group[1], isUnacked: draft.isUnacked };
  const keys = call.texts(index + 1, index + 1 + count);
  const streams = keys.map((key, at) => streamToRead(call, key, call.text(index + 1 + count + at), reader));
  return { streams, count: draft.count, timeoutMicros: draft.timeoutMicros, reader };
}

/** Reads the option at `index`; returns how many arguments it takes. */
function takeOption(call: Call, index: number, isGroup: boolean, draft: Draft): number {
  const left = call.args.length - 1 - index;
  const word = call.word(index);
  if (word === 'BLOCK' && left >= 1) {
    draft.timeoutMicros = timeoutMicros(call, index + 1);
    return 2;
  }
  if (word === 'COUNT' && left >= 1) {
    const count = call.number(index + 1);
    draft.count = count > 0 ? count : Number.POSITIVE_INFINITY;
    return 2;
  }
  if (word === 'GROUP' && left >= 2) {
    if (!isGroup) throw onlyForGroups('GROUP');
    draft.group = [call.text(index + 1), call.text(index + 2)];
    return 3;
  }
  if (word !== 'NOACK') throw syntaxError();
  if (!isGroup) throw onlyForGroups('NOACK');
  draft.isUnacked = true;
  return 1;
}

function onlyForGroups(option: string): CommandError {
  return new CommandError(`ERR The ${option} option is only supported by XREADGROUP. You called XREAD instead.`);
}

/** In milliseconds. What lies beyond the clock's own range never comes. */
function timeoutMicros(call: Call, index: number): number {
  const milliseconds = parseInteger(call.text(index));
  if (milliseconds === undefined) throw new CommandError('ERR timeout is not an integer or out of range');
  if (milliseconds < 0n) throw new CommandError('ERR timeout is negative');
  return milliseconds > MOST_TIMEOUT_MS ? 0 : Number(milliseconds) * 1000;
}

function streamToRead(call: Call, key: BinaryText, id: BinaryText, reader: Reader | null): StreamToRead {
  const stream = call.readAs(key, 'stream')?.stream;
  const group = reader === null ? null : (stream?.findGroup(reader.group) ?? null);
  if (reader !== null && group === null) throw noSuchGroup(key, reader.group, ' in XREADGROUP with GROUP option');
  if (id === '$') {
    if (reader !== null) throw new CommandError(DOLLAR_IN_GROUP);
    return { key, after: stream?.lastId ?? LEAST_ID, group };
  }
  if (id === '>') {
    if (reader === null) throw new CommandError(NEW_WITHOUT_GROUP);
    return { key, after: GREATEST_ID, group };
  }
  return { key, after: idOf(id), group };
}

const DOLLAR_IN_GROUP =
  'ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, ' +
  'or use the > ID to get new messages. The $ ID would just return an empty result set.';
const NEW_WITHOUT_GROUP = 'ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.';
