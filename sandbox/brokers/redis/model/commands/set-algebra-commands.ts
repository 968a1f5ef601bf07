/** Unions, intersections and differences of sets. */
import type { Call, Command } from '../command.ts';
import { MemberSet } from '../member-set.ts';
import { parseInteger, positiveCountOf } from '../number-text.ts';
import { CommandError, integer, type Reply, syntaxError } from '../reply.ts';
import { memberReply } from './set-commands.ts';

type Combine = (first: MemberSet, others: readonly MemberSet[]) => MemberSet;

export const setAlgebraCommands: readonly Command[] = [
  { name: 'sinter', arity: -2, flags: ['readonly'], run: (call) => memberReply('set', combined(call, 1, intersection)) },
  { name: 'sunion', arity: -2, flags: ['readonly'], run: (call) => memberReply('set', combined(call, 1, union)) },
  { name: 'sdiff', arity: -2, flags: ['readonly'], run: (call) => memberReply('set', combined(call, 1, difference)) },
  { name: 'sinterstore', arity: -3, flags: ['write'], run: (call) => store(call, intersection, 'sinterstore') },
  { name: 'sunionstore', arity: -3, flags: ['write'], run: (call) => store(call, union, 'sunionstore') },
  { name: 'sdiffstore', arity: -3, flags: ['write'], run: (call) => store(call, difference, 'sdiffstore') },
  { name: 'sintercard', arity: -3, flags: ['readonly'], run: card },
];

function intersection(first: MemberSet, others: readonly MemberSet[]): MemberSet {
  return new MemberSet([...first].filter((member) => others.every((other) => other.has(member))));
}

function union(first: MemberSet, others: readonly MemberSet[]): MemberSet {
  return new MemberSet([first, ...others].flatMap((members) => [...members]));
}

function difference(first: MemberSet, others: readonly MemberSet[]): MemberSet {
  return new MemberSet([...first].filter((member) => !others.some((other) => other.has(member))));
}

function combined(call: Call, from: number, combine: Combine, to?: number): MemberSet {
  const [first = new MemberSet(), ...others] = call.texts(from, to).map((key) => call.readAs(key, 'set')?.members ?? new MemberSet());
  return combine(first, others);
}

function store(call: Call, combine: Combine, event: string): Reply {
  const key = call.text(1);
  const members = combined(call, 2, combine);
  if (members.size > 0) {
    call.database.put(key, { type: 'set', members }, { source: call.source });
    call.tell('set', event, key);
  } else if (call.database.remove(key, 'deleted', call.source)) {
    call.tell('generic', 'del', key);
  }
  return integer(members.size);
}

function card(call: Call): Reply {
  const keyCount = positiveCountOf(call.text(1), 'numkeys');
  const rest = 2 + keyCount;
  if (rest > call.args.length) throw new CommandError("ERR Number of keys can't be greater than number of args");
  let limit = 0n;
  for (let index = rest; index < call.args.length; index += 2) {
    if (call.word(index) !== 'LIMIT' || index + 1 === call.args.length) throw syntaxError();
    const given = parseInteger(call.text(index + 1));
    if (given === undefined || given < 0n) throw new CommandError("ERR LIMIT can't be negative");
    limit = given;
  }
  const { size } = combined(call, 2, intersection, rest);
  return integer(limit === 0n ? size : Math.min(size, Number(limit)));
}
