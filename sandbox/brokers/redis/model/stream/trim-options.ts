/** The options of XADD and XTRIM: whether the stream is made, what of it is kept, and where the id stands. */
import type { Call } from '../command.ts';
import { CommandError, syntaxError } from '../reply.ts';
import type { Trim } from './entry-log.ts';
import { idOf, newIdOf, type StreamId } from './stream-id.ts';
import { MOST_ENTRIES } from './stream-node.ts';

export interface TrimOptions {
  /** NOMKSTREAM */
  readonly makesNone: boolean;
  readonly trim: Trim | null;
  /** Where the options end: XADD has its id there. */
  readonly idIndex: number;
  /** Null for `*`. */
  readonly newId: { readonly id: StreamId; readonly choosesSequence: boolean } | null;
}

/** How many nodes an approximate trimming drops at most when no LIMIT is given. */
const MOST_NODES = 100;

interface Draft {
  makesNone: boolean;
  keeps: Trim['keeps'] | null;
  isApproximate: boolean;
  limit: number | null;
  newId: TrimOptions['newId'];
}

/** Reads the arguments from the second on (streamParseAddOrTrimArgsOrReply in t_stream.c). */
export function trimOptions(call: Call, isAdd: boolean): TrimOptions {
  const draft: Draft = { makesNone: false, keeps: null, isApproximate: false, limit: null, newId: null };
  let index = 2;
  while (index < call.args.length && !(isAdd && call.text(index) === '*')) {
    const taken = takeOption(call, index, isAdd, draft);
    if (taken === 0) break;
    index += taken;
  }
  const { makesNone, newId } = draft;
  return { makesNone, trim: trimOf(draft, isAdd), idIndex: index, newId };
}

/** Reads the option at `index`; returns how many arguments it takes, 0 when it is the id of XADD. */
function takeOption(call: Call, index: number, isAdd: boolean, draft: Draft): number {
  const word = call.word(index);
  const left = call.args.length - 1 - index;
  if ((word === 'MAXLEN' || word === 'MINID') && left > 0) {
    if (draft.keeps !== null) {
      throw new CommandError('ERR syntax error, MAXLEN and MINID options at the same time are not compatible');
    }
    const sign = left >= 2 ? call.text(index + 1) : '';
    const at = sign === '~' || sign === '=' ? index + 2 : index + 1;
    draft.isApproximate = sign === '~';
    draft.keeps = word === 'MAXLEN' ? { count: natural(call, at, 'MAXLEN') } : { from: idOf(call.text(at)) };
    return at - index + 1;
  }
  if (word === 'LIMIT' && left > 0) {
    draft.limit = natural(call, index + 1, 'LIMIT');
    return 2;
  }
  if (!isAdd) throw syntaxError();
  if (word === 'NOMKSTREAM') {
    draft.makesNone = true;
    return 1;
  }
  draft.newId = newIdOf(call.text(index));
  return 0;
}

function natural(call: Call, index: number, option: string): number {
  const value = call.number(index);
  if (value < 0) throw new CommandError(`ERR The ${option} argument must be >= 0.`);
  return value;
}

function trimOf({ keeps, isApproximate, limit }: Draft, isAdd: boolean): Trim | null {
  if (keeps === null && limit !== null && limit > 0) {
    throw new CommandError('ERR syntax error, LIMIT cannot be used without specifying a trimming strategy');
  }
  if (keeps === null && !isAdd) throw new CommandError('ERR syntax error, XTRIM must be called with a trimming strategy');
  if (limit !== null && !isApproximate) {
    throw new CommandError('ERR syntax error, LIMIT cannot be used without the special ~ option');
  }
  if (keeps === null) return null;
  return { keeps, isApproximate, limit: isApproximate ? (limit ?? MOST_NODES * MOST_ENTRIES) : 0 };
}
