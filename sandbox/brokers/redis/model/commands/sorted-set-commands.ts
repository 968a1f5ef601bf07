/** Commands on sorted sets that add members, score them, and tell score and rank. */
import type { BinaryText } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { scoreOf } from '../float-text.ts';
import { array, CommandError, double, integer, NIL, type Reply, syntaxError } from '../reply.ts';
import type { SortedSet } from '../sorted-set.ts';
import { putMember, takeOut } from '../sorted-set-change.ts';

export const sortedSetCommands: readonly Command[] = [
  { name: 'zadd', arity: -4, flags: ['write'], run: add },
  { name: 'zincrby', arity: 4, flags: ['write'], run: increment },
  { name: 'zrem', arity: -3, flags: ['write'], run: remove },
  { name: 'zcard', arity: 2, flags: ['readonly'], run: (call) => integer(membersToRead(call)?.size ?? 0) },
  { name: 'zscore', arity: 3, flags: ['readonly'], run: (call) => scoreIn(membersToRead(call), call.text(2)) },
  { name: 'zmscore', arity: -3, flags: ['readonly'], run: scores },
  { name: 'zrank', arity: 3, flags: ['readonly'], run: (call) => rank(call, false) },
  { name: 'zrevrank', arity: 3, flags: ['readonly'], run: (call) => rank(call, true) },
];

const CONDITIONS: ReadonlySet<string> = new Set(['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']);

/** What ZADD makes of one member: the score that it gets, or undefined when the conditions forbid it. */
function newScore(old: number | undefined, given: number, options: ReadonlySet<string>): number | undefined {
  if (old === undefined) return options.has('XX') ? undefined : given;
  if (options.has('NX')) return undefined;
  const score = options.has('INCR') ? old + given : given;
  if (Number.isNaN(score)) throw new CommandError('ERR resulting score is not a number (NaN)');
  if ((options.has('GT') && score <= old) || (options.has('LT') && score >= old)) return undefined;
  return score;
}

function add(call: Call): Reply {
  let first = 2;
  const options = new Set<string>();
  for (; first < call.args.length && CONDITIONS.has(call.word(first)); first += 1) options.add(call.word(first));
  const count = call.args.length - first;
  if (count === 0 || count % 2 !== 0) throw syntaxError();
  requireCompatible(options, count / 2);
  const given: { text: BinaryText; score: number }[] = [];
  for (let index = first; index < call.args.length; index += 2)
    given.push({ score: scoreOf(call.text(index)), text: call.text(index + 1) });
  return addAll(call, given, options);
}

function requireCompatible(options: ReadonlySet<string>, pairCount: number): void {
  if (options.has('NX') && options.has('XX')) throw new CommandError('ERR XX and NX options at the same time are not compatible');
  if (['GT', 'LT', 'NX'].filter((option) => options.has(option)).length > 1) {
    throw new CommandError('ERR GT, LT, and/or NX options at the same time are not compatible');
  }
  if (options.has('INCR') && pairCount > 1) throw new CommandError('ERR INCR option supports a single increment-element pair');
}

function addAll(call: Call, given: readonly { text: BinaryText; score: number }[], options: ReadonlySet<string>): Reply {
  const { database, server } = call;
  const key = call.text(1);
  const isNew = membersAt(call) === undefined;
  if (isNew && options.has('XX')) return options.has('INCR') ? NIL : integer(0);
  const { members } = database.findOrMake(key, 'zset');
  const before = members.size;
  let updated = 0;
  let last: number | undefined;
  for (const { text, score: wanted } of given) {
    const old = members.get(text)?.score;
    const score = newScore(old, wanted, options);
    if (score !== undefined && score !== old) {
      putMember(call, key, members, text, score);
      if (old !== undefined) updated += 1;
    }
    last = score;
  }
  const added = members.size - before;
  if (added + updated > 0) call.changed('zset', options.has('INCR') ? 'zincr' : 'zadd', key);
  if (isNew) server.waitingRoom.signal(database, key);
  if (options.has('INCR')) return last === undefined ? NIL : double(last);
  return integer(options.has('CH') ? added + updated : added);
}

function increment(call: Call): Reply {
  return addAll(call, [{ score: scoreOf(call.text(2)), text: call.text(3) }], new Set(['INCR']));
}

function remove(call: Call): Reply {
  const members = membersAt(call);
  if (members === undefined) return integer(0);
  const found = [...new Set(call.texts(2))].flatMap((text) => members.get(text) ?? []);
  takeOut(call, call.text(1), members, found, { reason: 'deleted', event: 'zrem' });
  return integer(found.length);
}

function scores(call: Call): Reply {
  const members = membersToRead(call);
  return array(call.texts(2).map((text) => scoreIn(members, text)));
}

function scoreIn(members: SortedSet | undefined, text: BinaryText): Reply {
  const found = members?.get(text);
  return found === undefined ? NIL : double(found.score);
}

function rank(call: Call, fromEnd: boolean): Reply {
  const members = membersToRead(call);
  const found = members?.get(call.text(2));
  if (members === undefined || found === undefined) return NIL;
  const ascending = members.rankOf(found);
  return integer(fromEnd ? members.size - 1 - ascending : ascending);
}

function membersToRead(call: Call): SortedSet | undefined {
  return call.readAs(call.text(1), 'zset')?.members;
}

function membersAt(call: Call): SortedSet | undefined {
  return call.database.findAs(call.text(1), 'zset')?.members;
}
