/** Commands that look for an element of a list, or change it where it is. */
import type { BinaryText } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { array, CommandError, integer, NIL, OK, type Reply, syntaxError } from '../reply.ts';
import type { Element, ValueOf } from '../value.ts';

export const listSearchCommands: readonly Command[] = [
  { name: 'linsert', arity: 5, flags: ['write'], run: insert },
  { name: 'lset', arity: 4, flags: ['write'], run: replace },
  { name: 'lpos', arity: -3, flags: ['readonly'], run: positions },
];

export function isSame(bytes: Uint8Array, text: BinaryText): boolean {
  return bytes.length === text.length && bytes.every((byte, index) => byte === text.charCodeAt(index));
}

function insert(call: Call): Reply {
  const side = call.word(2);
  if (side !== 'BEFORE' && side !== 'AFTER') throw syntaxError();
  const key = call.text(1);
  const list = listAt(call);
  if (list === undefined) return integer(0);
  const { elements } = list;
  const [found] = search(list, { wanted: call.text(3), rank: 1, count: 1, maxLength: 0 });
  if (found === undefined) return integer(-1);
  const index = side === 'BEFORE' ? found : found + 1;
  elements.insert(index, call.server.story.pushed(call.actor, key, call.bytes(4), index === 0 ? 'head' : 'tail'));
  call.changed('list', 'linsert', key);
  return integer(elements.length);
}

/** What was there is thrown away, and another message stands in its place. */
function replace(call: Call): Reply {
  const key = call.text(1);
  const list = listAt(call);
  if (list === undefined) throw new CommandError('ERR no such key');
  const { elements } = list;
  const given = call.number(2);
  const index = given < 0 ? elements.length + given : given;
  const old = elements.at(index);
  if (old === undefined) throw new CommandError('ERR index out of range');
  call.server.story.dropped(key, old, 'deleted', call.source);
  elements.set(index, call.server.story.pushed(call.actor, key, call.bytes(3), index === 0 ? 'head' : 'tail'));
  call.changed('list', 'lset', key);
  return OK;
}

interface Search {
  readonly wanted: BinaryText;
  /** Which match is the first to be told; a negative one counts from the tail. */
  readonly rank: number;
  /** How many to tell; 0 all. */
  readonly count: number;
  /** How many elements to look at; 0 all. */
  readonly maxLength: number;
}

function positions(call: Call): Reply {
  let rank = 1;
  let count: number | null = null;
  let maxLength = 0;
  for (let index = 3; index < call.args.length; index += 2) {
    const option = call.word(index);
    if (index + 1 === call.args.length) throw syntaxError();
    if (option === 'RANK') rank = rankOf(call, index + 1);
    else if (option === 'COUNT') count = notNegative(call, index + 1, option);
    else if (option === 'MAXLEN') maxLength = notNegative(call, index + 1, option);
    else throw syntaxError();
  }
  const list = call.readAs(call.text(1), 'list');
  const found = list === undefined ? [] : search(list, { wanted: call.text(2), rank, count: count ?? 1, maxLength });
  if (count !== null) return array(found.map(integer));
  return found[0] === undefined ? NIL : integer(found[0]);
}

const LEAST = -(2n ** 63n);

/** The least number of all has no opposite, and so means the first match from the tail. */
function rankOf(call: Call, index: number): number {
  const rank = call.integer(index);
  if (rank === 0n) {
    throw new CommandError(
      "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list",
    );
  }
  return rank === LEAST ? -1 : Number(rank);
}

function notNegative(call: Call, index: number, what: string): number {
  const value = parseInteger(call.text(index));
  if (value === undefined || value < 0n) throw new CommandError(`ERR ${what} can't be negative`);
  return Number(value);
}

/** The indices of the matches, counted from the head, in the order in which they are found. */
function search({ elements }: ValueOf<'list'>, { wanted, rank, count, maxLength }: Search): number[] {
  const { length } = elements;
  const most = maxLength === 0 ? length : Math.min(maxLength, length);
  const found: number[] = [];
  let matches = 0;
  for (let looked = 0; looked < most && (count === 0 || found.length < count); looked += 1) {
    const index = rank > 0 ? looked : length - 1 - looked;
    if (!isSame((elements.at(index) as Element).bytes, wanted)) continue;
    matches += 1;
    if (matches >= Math.abs(rank)) found.push(index);
  }
  return found;
}

function listAt(call: Call): ValueOf<'list'> | undefined {
  return call.database.findAs(call.text(1), 'list');
}
