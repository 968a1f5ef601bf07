/** Commands that pop members of sorted sets, at once or when there are some. */
import { type BinaryText, binaryBytes } from '../binary-text.ts';
import { attemptOrWait } from '../blocking.ts';
import type { BLOCKED, Call, Command } from '../command.ts';
import { countOf, timeoutMicrosOf } from '../number-text.ts';
import { type PopOptions, popOptions } from '../pop-options.ts';
import { array, bulk, NIL_ARRAY, type Reply, syntaxError } from '../reply.ts';
import { popMembers } from '../sorted-set-change.ts';
import { memberReply, pairOf } from '../sorted-set-reply.ts';
import type { End } from '../story.ts';

export const sortedSetPopCommands: readonly Command[] = [
  { name: 'zpopmin', arity: -2, flags: ['write'], run: (call) => pop(call, 'head') },
  { name: 'zpopmax', arity: -2, flags: ['write'], run: (call) => pop(call, 'tail') },
  { name: 'zmpop', arity: -4, flags: ['write'], run: popFromAny },
  { name: 'bzpopmin', arity: -3, flags: ['write', 'blocking'], run: (call) => blockingPop(call, 'head') },
  { name: 'bzpopmax', arity: -3, flags: ['write', 'blocking'], run: (call) => blockingPop(call, 'tail') },
  { name: 'bzmpop', arity: -5, flags: ['write', 'blocking'], run: blockingPopFromAny },
];

function pop(call: Call, from: End): Reply {
  if (call.args.length > 3) throw syntaxError();
  const hasCount = call.args.length === 3;
  const popped = popMembers(call, call.text(1), from, hasCount ? countOf(call.text(2)) : 1);
  return hasCount ? memberReply(popped, true) : array(popped.flatMap(pairOf));
}

function blockingPop(call: Call, from: End): Reply | typeof BLOCKED {
  const last = call.args.length - 1;
  const timeoutMicros = timeoutMicrosOf(call.text(last));
  const attempt = (key: BinaryText): Reply | undefined => {
    const [member] = popMembers(call, key, from, 1);
    return member && array([bulk(binaryBytes(key)), ...pairOf(member)]);
  };
  return attemptOrWait(call, { keys: call.texts(1, last), wants: 'zset', attempt, onTimeout: NIL_ARRAY, timeoutMicros });
}

const ENDS = { head: 'MIN', tail: 'MAX' } as const;

/** The key and what was popped there; pairs in RESP2 too. */
function popAt(call: Call, key: BinaryText, { from, count }: PopOptions): Reply | undefined {
  const popped = popMembers(call, key, from, count);
  if (popped.length === 0) return undefined;
  return array([bulk(binaryBytes(key)), array(popped.map((member) => array(pairOf(member))))]);
}

function popFromAny(call: Call): Reply {
  const options = popOptions(call, 1, ENDS);
  const filled = options.keys.find((key) => call.database.findAs(key, 'zset') !== undefined);
  return (filled === undefined ? undefined : popAt(call, filled, options)) ?? NIL_ARRAY;
}

function blockingPopFromAny(call: Call): Reply | typeof BLOCKED {
  const timeoutMicros = timeoutMicrosOf(call.text(1));
  const options = popOptions(call, 2, ENDS);
  const attempt = (key: BinaryText) => popAt(call, key, options);
  return attemptOrWait(call, { keys: options.keys, wants: 'zset', attempt, onTimeout: NIL_ARRAY, timeoutMicros });
}
