/** Commands on lists that answer at once. The head is the left end, the tail the right one. */
import { bulkOrNil, type Call, type Command } from '../command.ts';
import { move, popOne, popSeveral, push } from '../list.ts';
import { countOf } from '../number-text.ts';
import { array, bulk, EMPTY_ARRAY, integer, NIL, NIL_ARRAY, OK, type Reply, syntaxError, wrongArity } from '../reply.ts';
import type { End } from '../story.ts';
import type { Element } from '../value.ts';
import { isSame } from './list-search-commands.ts';

export const listCommands: readonly Command[] = [
  { name: 'lpush', arity: -3, flags: ['write'], run: (call) => integer(push(call, call.text(1), call.args.slice(2), 'head')) },
  { name: 'rpush', arity: -3, flags: ['write'], run: (call) => integer(push(call, call.text(1), call.args.slice(2), 'tail')) },
  { name: 'lpushx', arity: -3, flags: ['write'], run: (call) => pushIfPresent(call, 'head') },
  { name: 'rpushx', arity: -3, flags: ['write'], run: (call) => pushIfPresent(call, 'tail') },
  { name: 'lpop', arity: -2, flags: ['write'], run: (call) => pop(call, 'head', 'lpop') },
  { name: 'rpop', arity: -2, flags: ['write'], run: (call) => pop(call, 'tail', 'rpop') },
  { name: 'llen', arity: 2, flags: ['readonly'], run: (call) => integer(listToRead(call)?.elements.length ?? 0) },
  { name: 'lrange', arity: 4, flags: ['readonly'], run: range },
  { name: 'lindex', arity: 3, flags: ['readonly'], run: elementAt },
  { name: 'lrem', arity: 4, flags: ['write'], run: removeEqual },
  { name: 'ltrim', arity: 4, flags: ['write'], run: trim },
  { name: 'lmove', arity: 5, flags: ['write'], run: (call) => moveNow(call, endOf(call, 3), endOf(call, 4)) },
  { name: 'rpoplpush', arity: 3, flags: ['write'], run: (call) => moveNow(call, 'tail', 'head') },
];

/** LEFT or RIGHT. */
export function endOf(call: Call, index: number): End {
  const word = call.word(index);
  if (word !== 'LEFT' && word !== 'RIGHT') throw syntaxError();
  return word === 'LEFT' ? 'head' : 'tail';
}

function pushIfPresent(call: Call, at: End): Reply {
  return integer(listAt(call) === undefined ? 0 : push(call, call.text(1), call.args.slice(2), at));
}

function pop(call: Call, from: End, name: string): Reply {
  if (call.args.length > 3) throw wrongArity(name);
  const key = call.text(1);
  if (call.args.length === 2) return bulkOrNil(popOne(call, key, from)?.bytes);
  const count = countOf(call.text(2));
  return listAt(call) === undefined ? NIL_ARRAY : array(popSeveral(call, key, from, count).map(({ bytes }) => bulk(bytes)));
}

function range(call: Call): Reply {
  const [start, stop] = [call.number(2), call.number(3)];
  const list = listToRead(call);
  if (list === undefined) return EMPTY_ARRAY;
  const { first, last } = within(list.elements.length, start, stop);
  const items: Reply[] = [];
  for (let index = first; index <= last; index += 1) items.push(bulkOrNil(list.elements.at(index)?.bytes));
  return array(items);
}

function elementAt(call: Call): Reply {
  const list = listToRead(call);
  if (list === undefined) return NIL;
  const index = call.number(2);
  return bulkOrNil(list.elements.at(index < 0 ? list.elements.length + index : index)?.bytes);
}

/** LREM: a positive count from the head, a negative one from the tail, 0 all. */
function removeEqual(call: Call): Reply {
  const key = call.text(1);
  const count = call.number(2);
  const wanted = call.text(3);
  const list = listAt(call);
  if (list === undefined) return integer(0);
  const { elements } = list;
  const most = count === 0 ? elements.length : Math.abs(count);
  const removed: Element[] = [];
  let index = count < 0 ? elements.length - 1 : 0;
  while (index >= 0 && index < elements.length && removed.length < most) {
    const element = elements.at(index);
    if (element !== undefined && isSame(element.bytes, wanted)) {
      elements.remove(index);
      removed.push(element);
      if (count < 0) index -= 1;
    } else {
      index += count < 0 ? -1 : 1;
    }
  }
  for (const element of removed) call.server.story.removed(call.actor, key, element);
  if (removed.length > 0) call.changed('list', 'lrem', key);
  return integer(removed.length);
}

function trim(call: Call): Reply {
  const key = call.text(1);
  const [start, stop] = [call.number(2), call.number(3)];
  const list = listAt(call);
  if (list === undefined) return OK;
  const { elements } = list;
  const { first, last } = within(elements.length, start, stop);
  const behind = elements.length - 1 - last;
  const isEmpty = first > last;
  const trimmed: (Element | undefined)[] = [];
  for (let left = isEmpty ? elements.length : first; left > 0; left -= 1) trimmed.push(elements.popHead());
  for (let left = isEmpty ? 0 : behind; left > 0; left -= 1) trimmed.push(elements.popTail());
  for (const element of trimmed) if (element !== undefined) call.server.story.dropped(key, element, 'trimmed', call.source);
  call.changed('list', 'ltrim', key);
  return OK;
}

function moveNow(call: Call, from: End, to: End): Reply {
  return bulkOrNil(move(call, call.text(1), call.text(2), from, to)?.bytes);
}

/** The indices that a start and a stop mean in a list of that length; `first > last` when there is nothing between. */
function within(length: number, start: number, stop: number): { first: number; last: number } {
  const first = Math.max(start < 0 ? length + start : start, 0);
  const last = Math.min(stop < 0 ? length + stop : stop, length - 1);
  return { first, last };
}

function listAt(call: Call) {
  return call.database.findAs(call.text(1), 'list');
}

function listToRead(call: Call) {
  return call.readAs(call.text(1), 'list');
}
