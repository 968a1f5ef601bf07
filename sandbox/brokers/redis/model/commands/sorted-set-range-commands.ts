/** Commands on ranges of sorted sets: read, count, store and remove them. */
import type { BinaryText } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { CommandError, integer, type Reply, syntaxError } from '../reply.ts';
import type { ScoredMember, SortedSet } from '../sorted-set.ts';
import { replaceMembers, showMembers, takeOut } from '../sorted-set-change.ts';
import { lexSpan, rankSpan, type SpanIn, scoreSpan } from '../sorted-set-range.ts';
import { memberReply } from '../sorted-set-reply.ts';

const SPANS = { rank: rankSpan, score: scoreSpan, lex: lexSpan } as const;
type By = keyof typeof SPANS;

interface RangeOptions {
  by: By | null;
  isReversed: boolean | null;
  limit: { offset: number; count: number } | null;
  withScores: boolean;
}

export const sortedSetRangeCommands: readonly Command[] = [
  { name: 'zrange', arity: -4, flags: ['readonly'], run: (call) => read(call, null, null) },
  { name: 'zrevrange', arity: -4, flags: ['readonly'], run: (call) => read(call, 'rank', true) },
  { name: 'zrangebyscore', arity: -4, flags: ['readonly'], run: (call) => read(call, 'score', false) },
  { name: 'zrevrangebyscore', arity: -4, flags: ['readonly'], run: (call) => read(call, 'score', true) },
  { name: 'zrangebylex', arity: -4, flags: ['readonly'], run: (call) => read(call, 'lex', false) },
  { name: 'zrevrangebylex', arity: -4, flags: ['readonly'], run: (call) => read(call, 'lex', true) },
  { name: 'zrangestore', arity: -5, flags: ['write'], run: store },
  { name: 'zcount', arity: 4, flags: ['readonly'], run: (call) => count(call, scoreSpan) },
  { name: 'zlexcount', arity: 4, flags: ['readonly'], run: (call) => count(call, lexSpan) },
  { name: 'zremrangebyrank', arity: 4, flags: ['write'], run: (call) => remove(call, rankSpan, 'zremrangebyrank') },
  { name: 'zremrangebyscore', arity: 4, flags: ['write'], run: (call) => remove(call, scoreSpan, 'zremrangebyscore') },
  { name: 'zremrangebylex', arity: 4, flags: ['write'], run: (call) => remove(call, lexSpan, 'zremrangebylex') },
];

/** `by` and `isReversed`: what the command's name says already; null where an option may say it. */
function read(call: Call, by: By | null, isReversed: boolean | null): Reply {
  const options = rangeOptions(call, 4, { by, isReversed, limit: null, withScores: false });
  const span = spanOf(call, 2, options);
  return memberReply(showMembers(call, chosen(membersToRead(call, 1), span, options)), options.withScores);
}

function store(call: Call): Reply {
  const options = rangeOptions(call, 5, { by: null, isReversed: null, limit: null, withScores: false });
  if (options.withScores) throw syntaxError();
  const span = spanOf(call, 3, options);
  const members = chosen(membersToRead(call, 2), span, options);
  return integer(replaceMembers(call, call.text(1), new Map(members.map(({ text, score }) => [text, score])), 'zrangestore'));
}

function rangeOptions(call: Call, from: number, options: RangeOptions): RangeOptions {
  for (let index = from; index < call.args.length; index += 1) index += takeRangeOption(call, index, options);
  options.by ??= 'rank';
  if (options.limit !== null && options.by === 'rank') {
    throw new CommandError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  }
  if (options.withScores && options.by === 'lex') {
    throw new CommandError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
  }
  return options;
}

/** Reads the option at `index`; returns how many arguments it takes besides its own word. */
function takeRangeOption(call: Call, index: number, options: RangeOptions): number {
  const word = call.word(index);
  if (word === 'WITHSCORES') {
    options.withScores = true;
  } else if (word === 'LIMIT' && index + 2 < call.args.length) {
    options.limit = { offset: call.number(index + 1), count: call.number(index + 2) };
    return 2;
  } else if (word === 'REV' && options.isReversed === null) {
    options.isReversed = true;
  } else if ((word === 'BYSCORE' || word === 'BYLEX') && options.by === null) {
    options.by = word === 'BYSCORE' ? 'score' : 'lex';
  } else {
    throw syntaxError();
  }
  return 0;
}

/** Read from its end, a range by score or bytes is given with its higher bound first. */
function spanOf(call: Call, at: number, { by, isReversed }: RangeOptions): SpanIn {
  const [one, other]: [BinaryText, BinaryText] = [call.text(at), call.text(at + 1)];
  const isSwapped = isReversed === true && by !== 'rank';
  return SPANS[by ?? 'rank'](isSwapped ? other : one, isSwapped ? one : other);
}

function chosen(members: SortedSet | undefined, span: SpanIn, { by, isReversed, limit }: RangeOptions): readonly ScoredMember[] {
  if (members === undefined) return [];
  let { from, to } = span(members);
  // Ranks count from the end that is read first.
  if (isReversed === true && by === 'rank') [from, to] = [members.size - to, members.size - from];
  if (limit !== null) {
    if (limit.offset < 0) return [];
    const most = limit.count < 0 ? Number.POSITIVE_INFINITY : limit.count;
    if (isReversed === true) [from, to] = [Math.max(from, to - limit.offset - most), to - limit.offset];
    else [from, to] = [from + limit.offset, Math.min(to, from + limit.offset + most)];
  }
  const slice = members.slice(from, to);
  return isReversed === true ? slice.reverse() : slice;
}

function count(call: Call, spanBetween: (min: BinaryText, max: BinaryText) => SpanIn): Reply {
  const span = spanBetween(call.text(2), call.text(3));
  const members = membersToRead(call, 1);
  if (members === undefined) return integer(0);
  const { from, to } = span(members);
  return integer(Math.max(to - from, 0));
}

function remove(call: Call, spanBetween: (min: BinaryText, max: BinaryText) => SpanIn, event: string): Reply {
  const span = spanBetween(call.text(2), call.text(3));
  const members = call.database.findAs(call.text(1), 'zset')?.members;
  if (members === undefined) return integer(0);
  const { from, to } = span(members);
  const removed = members.slice(from, to);
  takeOut(call, call.text(1), members, removed, { reason: 'trimmed', event });
  return integer(removed.length);
}

function membersToRead(call: Call, index: number): SortedSet | undefined {
  return call.readAs(call.text(index), 'zset')?.members;
}
