/** Commands on lists that wait for an element, or take it from any of several lists. */
import { type BinaryText, binaryBytes } from '../binary-text.ts';
import { attemptOrWait } from '../blocking.ts';
import type { BLOCKED, Call, Command } from '../command.ts';
import { move, popOne, popSeveral } from '../list.ts';
import { timeoutMicrosOf } from '../number-text.ts';
import { type PopOptions, popOptions } from '../pop-options.ts';
import { array, bulk, NIL, NIL_ARRAY, type Reply } from '../reply.ts';
import type { End } from '../story.ts';
import { endOf } from './list-commands.ts';

export const blockingListCommands: readonly Command[] = [
  { name: 'blpop', arity: -3, flags: ['write', 'blocking'], run: (call) => blockingPop(call, 'head') },
  { name: 'brpop', arity: -3, flags: ['write', 'blocking'], run: (call) => blockingPop(call, 'tail') },
  { name: 'blmove', arity: 6, flags: ['write', 'blocking'], run: (call) => blockingMove(call, endOf(call, 3), endOf(call, 4), 5) },
  { name: 'lmpop', arity: -4, flags: ['write'], run: popFromAny },
  { name: 'blmpop', arity: -5, flags: ['write', 'blocking'], run: blockingPopFromAny },
  { name: 'brpoplpush', arity: 4, flags: ['write', 'blocking'], run: (call) => blockingMove(call, 'tail', 'head', 3) },
];

function blockingPop(call: Call, from: End): Reply | typeof BLOCKED {
  const last = call.args.length - 1;
  const timeoutMicros = timeoutMicrosOf(call.text(last));
  const attempt = (key: BinaryText): Reply | undefined => {
    const element = popOne(call, key, from);
    return element && array([bulk(binaryBytes(key)), bulk(element.bytes)]);
  };
  return attemptOrWait(call, { keys: call.texts(1, last), wants: 'list', attempt, onTimeout: NIL_ARRAY, timeoutMicros });
}

function blockingMove(call: Call, from: End, to: End, timeoutIndex: number): Reply | typeof BLOCKED {
  const timeoutMicros = timeoutMicrosOf(call.text(timeoutIndex));
  const [source, target] = [call.text(1), call.text(2)];
  const attempt = () => {
    const element = move(call, source, target, from, to);
    return element && bulk(element.bytes);
  };
  // On timeout Redis writes an array that is not there, although the answer would be a single element.
  const onTimeout = call.mayBlock ? NIL_ARRAY : NIL;
  return attemptOrWait(call, { keys: [source], wants: 'list', attempt, onTimeout, timeoutMicros });
}

const ENDS = { head: 'LEFT', tail: 'RIGHT' } as const;

/** The key and what was popped there. */
function popAt(call: Call, key: BinaryText, { from, count }: PopOptions): Reply | undefined {
  const popped = popSeveral(call, key, from, count);
  return popped.length === 0 ? undefined : array([bulk(binaryBytes(key)), array(popped.map(({ bytes }) => bulk(bytes)))]);
}

function popFromAny(call: Call): Reply {
  const options = popOptions(call, 1, ENDS);
  const filled = options.keys.find((key) => call.database.findAs(key, 'list') !== undefined);
  return (filled === undefined ? undefined : popAt(call, filled, options)) ?? NIL_ARRAY;
}

function blockingPopFromAny(call: Call): Reply | typeof BLOCKED {
  const timeoutMicros = timeoutMicrosOf(call.text(1));
  const options = popOptions(call, 2, ENDS);
  const attempt = (key: BinaryText) => popAt(call, key, options);
  return attemptOrWait(call, { keys: options.keys, wants: 'list', attempt, onTimeout: NIL_ARRAY, timeoutMicros });
}
