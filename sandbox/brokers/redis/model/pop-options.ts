/** What LMPOP, ZMPOP and their blocking kin ask for: from the first filled key of several, at which end, how many. */
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import { positiveCountOf } from './number-text.ts';
import { syntaxError } from './reply.ts';
import type { End } from './story.ts';

export interface PopOptions {
  readonly keys: readonly BinaryText[];
  readonly from: End;
  readonly count: number;
}

/** The number of keys is the argument at `at`; `ends` are the words for the two ends. */
export function popOptions(call: Call, at: number, ends: { head: string; tail: string }): PopOptions {
  const where = at + 1 + positiveCountOf(call.text(at), 'numkeys');
  if (where >= call.args.length) throw syntaxError();
  const end = call.word(where);
  if (end !== ends.head && end !== ends.tail) throw syntaxError();
  const rest = call.args.length - where - 1;
  if (rest !== 0 && (rest !== 2 || call.word(where + 1) !== 'COUNT')) throw syntaxError();
  return {
    keys: call.texts(at + 1, where),
    from: end === ends.head ? 'head' : 'tail',
    count: rest === 0 ? 1 : positiveCountOf(call.text(where + 2), 'count'),
  };
}
