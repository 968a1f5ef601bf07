/** Unions, intersections and differences of sorted sets, in which a plain set counts as one whose scores are all 1. */
import type { BinaryText } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { scoreOf } from '../float-text.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError, integer, type Reply, syntaxError, wrongType } from '../reply.ts';
import { replaceMembers } from '../sorted-set-change.ts';
import { memberReply } from '../sorted-set-reply.ts';

type Scores = Map<BinaryText, number>;
type Operation = 'union' | 'inter' | 'diff';

export const sortedSetAlgebraCommands: readonly Command[] = [
  { name: 'zunion', arity: -3, flags: ['readonly'], run: (call) => show(call, 'union', 'zunion') },
  { name: 'zinter', arity: -3, flags: ['readonly'], run: (call) => show(call, 'inter', 'zinter') },
  { name: 'zdiff', arity: -3, flags: ['readonly'], run: (call) => show(call, 'diff', 'zdiff') },
  { name: 'zunionstore', arity: -4, flags: ['write'], run: (call) => store(call, 'union', 'zunionstore') },
  { name: 'zinterstore', arity: -4, flags: ['write'], run: (call) => store(call, 'inter', 'zinterstore') },
  { name: 'zdiffstore', arity: -4, flags: ['write'], run: (call) => store(call, 'diff', 'zdiffstore') },
  { name: 'zintercard', arity: -3, flags: ['readonly'], run: card },
];

const AGGREGATES: Readonly<Record<string, (one: number, other: number) => number>> = {
  SUM: (one, other) => orZero(one + other),
  MIN: Math.min,
  MAX: Math.max,
};

function show(call: Call, operation: Operation, name: string): Reply {
  const { inputs, rest } = inputsOf(call, 1, name);
  const { weights, aggregate, withScores } = options(call, rest, inputs.length, operation, true);
  const sorted = [...combined(inputs, operation, weights, aggregate)]
    .map(([text, score]) => ({ text, score }))
    .sort((one, other) => one.score - other.score || (one.text < other.text ? -1 : 1));
  return memberReply(sorted, withScores);
}

function store(call: Call, operation: Operation, name: string): Reply {
  const { inputs, rest } = inputsOf(call, 2, name);
  const { weights, aggregate } = options(call, rest, inputs.length, operation, false);
  return integer(replaceMembers(call, call.text(1), combined(inputs, operation, weights, aggregate), name));
}

function card(call: Call): Reply {
  const { inputs, rest } = inputsOf(call, 1, 'zintercard');
  let limit = 0n;
  for (let index = rest; index < call.args.length; index += 2) {
    if (call.word(index) !== 'LIMIT' || index + 1 === call.args.length) throw syntaxError();
    const given = parseInteger(call.text(index + 1));
    if (given === undefined || given < 0n) throw new CommandError("ERR LIMIT can't be negative");
    limit = given;
  }
  const { size } = combined(inputs, 'inter', [], Math.min);
  return integer(limit === 0n ? size : Math.min(size, Number(limit)));
}

/** The inputs behind the number of keys at `at`, and where the options begin. */
function inputsOf(call: Call, at: number, name: string): { inputs: readonly Scores[]; rest: number } {
  const keyCount = call.number(at);
  if (keyCount < 1) throw new CommandError(`ERR at least 1 input key is needed for '${name}' command`);
  const rest = at + 1 + keyCount;
  if (rest > call.args.length) throw syntaxError();
  return { inputs: call.texts(at + 1, rest).map((key) => scoresAt(call, key)), rest };
}

function scoresAt(call: Call, key: BinaryText): Scores {
  const value = call.read(key);
  if (value === undefined) return new Map();
  if (value.type === 'zset') return new Map([...value.members].map(({ text, score }) => [text, score]));
  if (value.type === 'set') return new Map([...value.members].map((member) => [member, 1]));
  throw wrongType();
}

function options(call: Call, from: number, inputCount: number, operation: Operation, mayHaveScores: boolean) {
  let aggregate = AGGREGATES['SUM'] as (one: number, other: number) => number;
  let weights: readonly number[] = [];
  let withScores = false;
  let index = from;
  while (index < call.args.length) {
    const left = call.args.length - index - 1;
    const word = call.word(index);
    if (word === 'WEIGHTS' && operation !== 'diff' && left >= inputCount) {
      weights = call.texts(index + 1, index + 1 + inputCount).map((text) => scoreOf(text, 'ERR weight value is not a float'));
      index += 1 + inputCount;
    } else if (word === 'AGGREGATE' && operation !== 'diff' && left >= 1) {
      const named = AGGREGATES[call.word(index + 1)];
      if (named === undefined) throw syntaxError();
      aggregate = named;
      index += 2;
    } else if (word === 'WITHSCORES' && mayHaveScores) {
      withScores = true;
      index += 1;
    } else {
      throw syntaxError();
    }
  }
  return { weights, aggregate, withScores };
}

function combined(
  inputs: readonly Scores[],
  operation: Operation,
  weights: readonly number[],
  aggregate: (one: number, other: number) => number,
): Scores {
  const [first, ...others] = inputs.map((input, place) => weighted(input, weights[place] ?? 1)) as [Scores, ...Scores[]];
  if (operation === 'diff') return new Map([...first].filter(([text]) => !others.some((other) => other.has(text))));
  const result: Scores = operation === 'union' ? first : new Map([...first].filter(([text]) => others.every((other) => other.has(text))));
  for (const other of others) {
    for (const [text, score] of other) {
      const known = result.get(text);
      if (known !== undefined) result.set(text, aggregate(known, score));
      else if (operation === 'union') result.set(text, score);
    }
  }
  return result;
}

function weighted(input: Scores, weight: number): Scores {
  return new Map([...input].map(([text, score]) => [text, orZero(score * weight)]));
}

/** What two infinities make that cancel out. */
function orZero(score: number): number {
  return Number.isNaN(score) ? 0 : score;
}
