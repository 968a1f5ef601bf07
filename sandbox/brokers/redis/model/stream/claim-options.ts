/** The options of XCLAIM and XAUTOCLAIM. */
import type { BinaryText } from '../binary-text.ts';
import type { Call } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError, syntaxError } from '../reply.ts';
import { idOf, LEAST_ID, rangeStartOf, type StreamId } from './stream-id.ts';

interface Claiming {
  /** The consumer that claims. */
  readonly consumer: BinaryText;
  /** Only what was delivered so long ago is claimed. */
  readonly minIdleMs: number;
  /** JUSTID: only ids are answered, and it does not count as a delivery. */
  readonly justIds: boolean;
}

export interface ClaimOptions extends Claiming {
  readonly ids: readonly StreamId[];
  /** FORCE: an entry that is pending nowhere becomes pending. */
  readonly isForced: boolean;
  /** IDLE, TIME: when it counts as delivered. */
  readonly deliveredAtMs: number;
  /** RETRYCOUNT; null: one more than before. */
  readonly deliveryCount: bigint | null;
  /** LASTID: the group's position is at least this. */
  readonly lastId: StreamId;
}

export interface AutoClaimOptions extends Claiming {
  readonly start: StreamId;
  readonly count: number;
}

export function claimOptions(call: Call): ClaimOptions {
  const { nowMs } = call.server;
  const minIdleMs = minIdle(call, 'XCLAIM');
  const ids: StreamId[] = [];
  let index = 5;
  for (let id = idIfAny(call, index); id !== undefined; id = idIfAny(call, index)) {
    ids.push(id);
    index += 1;
  }
  const draft: Draft = { isForced: false, justIds: false, deliveredAtMs: null, deliveryCount: null, lastId: LEAST_ID };
  while (index < call.args.length) index += takeOption(call, index, draft);
  const { isForced, justIds, deliveryCount, lastId } = draft;
  // A time that cannot be is taken for now, since clients reckon with clocks of their own.
  const deliveredAtMs = draft.deliveredAtMs ?? nowMs;
  const isSane = deliveredAtMs >= 0 && deliveredAtMs <= nowMs;
  return {
    consumer: call.text(3),
    minIdleMs,
    justIds,
    ids,
    isForced,
    deliveredAtMs: isSane ? deliveredAtMs : nowMs,
    deliveryCount,
    lastId,
  };
}

interface Draft {
  isForced: boolean;
  justIds: boolean;
  deliveredAtMs: number | null;
  deliveryCount: bigint | null;
  lastId: StreamId;
}

/** Reads the option at `index`; returns how many arguments it takes. */
function takeOption(call: Call, index: number, draft: Draft): number {
  const word = call.word(index);
  const hasValue = index + 1 < call.args.length;
  if (word === 'FORCE') draft.isForced = true;
  else if (word === 'JUSTID') draft.justIds = true;
  if (word === 'FORCE' || word === 'JUSTID') return 1;
  if (word === 'IDLE' && hasValue) draft.deliveredAtMs = call.server.nowMs - Number(integerFor(call, index + 1, 'IDLE option', 'XCLAIM'));
  else if (word === 'TIME' && hasValue) draft.deliveredAtMs = Number(integerFor(call, index + 1, 'TIME option', 'XCLAIM'));
  else if (word === 'LASTID' && hasValue) draft.lastId = idOf(call.text(index + 1));
  else if (word === 'RETRYCOUNT' && hasValue) {
    const count = integerFor(call, index + 1, 'RETRYCOUNT option', 'XCLAIM');
    draft.deliveryCount = count < 0n ? null : count;
  } else {
    throw new CommandError(`ERR Unrecognized XCLAIM option '${call.text(index)}'`);
  }
  return 2;
}

/** The first argument that is no id ends them. */
function idIfAny(call: Call, index: number): StreamId | undefined {
  if (index >= call.args.length) return undefined;
  try {
    return idOf(call.text(index));
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

/** How many are claimed when no COUNT is given. */
const COUNT = 100;
const MOST_COUNT = (2n ** 63n - 1n) / 16n;
/** Beyond this the real server finds no memory for the answer. */
const MOST_MEMORY_COUNT = 2n ** 47n / 16n;

export function autoClaimOptions(call: Call): AutoClaimOptions {
  const minIdleMs = minIdle(call, 'XAUTOCLAIM');
  const start = rangeStartOf(call.text(5));
  let count = BigInt(COUNT);
  let justIds = false;
  for (let index = 6; index < call.args.length; index += 1) {
    const word = call.word(index);
    if (word === 'JUSTID') {
      justIds = true;
    } else if (word === 'COUNT' && index + 1 < call.args.length) {
      index += 1;
      count = parseInteger(call.text(index)) ?? 0n;
      if (count < 1n || count > MOST_COUNT) throw new CommandError('ERR COUNT must be > 0');
    } else {
      throw syntaxError();
    }
  }
  if (count > MOST_MEMORY_COUNT) {
    throw new CommandError('ERR Insufficient memory, failed allocating transient memory, COUNT too high.');
  }
  return { consumer: call.text(3), minIdleMs, justIds, start, count: Number(count) };
}

function minIdle(call: Call, command: string): number {
  return Math.max(Number(integerFor(call, 4, 'min-idle-time', command)), 0);
}

function integerFor(call: Call, index: number, noun: string, command: string): bigint {
  const value = parseInteger(call.text(index));
  if (value === undefined) throw new CommandError(`ERR Invalid ${noun} argument for ${command}`);
  return value;
}
