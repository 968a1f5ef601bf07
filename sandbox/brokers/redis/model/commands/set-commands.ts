/** Commands on one set, or two. Members keep the order in which they came, where Redis promises none. */
import { type BinaryText, binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import type { MemberSet } from '../member-set.ts';
import { countOf } from '../number-text.ts';
import { array, bulk, integer, NIL, type Reply, syntaxError } from '../reply.ts';
import { sampleCountOf, samplePlaces } from '../sample.ts';
import { scanCollection } from '../scan.ts';

export const setCommands: readonly Command[] = [
  { name: 'sadd', arity: -3, flags: ['write'], run: add },
  { name: 'srem', arity: -3, flags: ['write'], run: remove },
  { name: 'smove', arity: 4, flags: ['write'], run: move },
  { name: 'sismember', arity: 3, flags: ['readonly'], run: (call) => contains(membersToRead(call), call.text(2)) },
  { name: 'smismember', arity: -3, flags: ['readonly'], run: containsSeveral },
  { name: 'smembers', arity: 2, flags: ['readonly'], run: (call) => memberReply('set', membersToRead(call) ?? []) },
  { name: 'scard', arity: 2, flags: ['readonly'], run: (call) => integer(membersToRead(call)?.size ?? 0) },
  { name: 'spop', arity: -2, flags: ['write'], run: pop },
  { name: 'srandmember', arity: -2, flags: ['readonly'], run: sample },
  { name: 'sscan', arity: -3, flags: ['readonly'], run: scan },
];

export function memberReply(kind: 'set' | 'array', members: Iterable<BinaryText>): Reply {
  return { kind, items: [...members].map((member) => bulk(binaryBytes(member))) };
}

function add(call: Call): Reply {
  const key = call.text(1);
  const { members } = call.database.findOrMake(key, 'set');
  const added = call.texts(2).filter((member) => members.add(member)).length;
  if (added > 0) call.changed('set', 'sadd', key);
  return integer(added);
}

function remove(call: Call): Reply {
  const members = membersAt(call);
  const removed = call.texts(2).filter((member) => members?.delete(member) === true).length;
  if (removed > 0) call.changed('set', 'srem', call.text(1));
  return integer(removed);
}

function move(call: Call): Reply {
  const [from, to, member] = [call.text(1), call.text(2), call.text(3)];
  const source = membersAt(call);
  if (source === undefined) return integer(0);
  call.database.findAs(to, 'set');
  if (!source.has(member)) return integer(0);
  if (from === to) return integer(1);
  source.delete(member);
  call.changed('set', 'srem', from);
  if (call.database.findOrMake(to, 'set').members.add(member)) call.changed('set', 'sadd', to);
  return integer(1);
}

function contains(members: MemberSet | undefined, member: BinaryText): Reply {
  return integer(members?.has(member) === true ? 1 : 0);
}

function containsSeveral(call: Call): Reply {
  const members = membersToRead(call);
  return array(call.texts(2).map((member) => contains(members, member)));
}

function pop(call: Call): Reply {
  if (call.args.length > 3) throw syntaxError();
  const hasCount = call.args.length === 3;
  const count = hasCount ? countOf(call.text(2)) : 1;
  const members = membersAt(call);
  const popped = drawn(call, members, count);
  for (const member of popped) members?.delete(member);
  if (popped.length > 0) call.changed('set', 'spop', call.text(1));
  return hasCount ? memberReply('set', popped) : one(popped);
}

function sample(call: Call): Reply {
  if (call.args.length > 3) throw syntaxError();
  const hasCount = call.args.length === 3;
  const count = hasCount ? sampleCountOf(call.text(2), false) : 1;
  const members = drawn(call, membersToRead(call), count);
  return hasCount ? memberReply('array', members) : one(members);
}

/** Some members by chance; all of them, in their order, when as many are wanted. */
function drawn(call: Call, members: MemberSet | undefined, count: number): BinaryText[] {
  if (members === undefined) return [];
  if (count >= members.size) return [...members];
  return samplePlaces(members.size, count, () => call.server.environment.random()).flatMap((place) => members.at(place) ?? []);
}

function one([member]: readonly BinaryText[]): Reply {
  return member === undefined ? NIL : bulk(binaryBytes(member));
}

function scan(call: Call): Reply {
  return scanCollection(
    call,
    () => membersToRead(call),
    (member) => [bulk(binaryBytes(member))],
  );
}

function membersToRead(call: Call): MemberSet | undefined {
  return call.readAs(call.text(1), 'set')?.members;
}

function membersAt(call: Call): MemberSet | undefined {
  return call.database.findAs(call.text(1), 'set')?.members;
}
