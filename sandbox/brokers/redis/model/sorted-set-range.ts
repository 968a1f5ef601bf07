/** The range of a sorted set: from text such as `(1.5`, `[b` or `-1` to the ranks that it means. */
import type { BinaryText } from './binary-text.ts';
import { parseFloatText } from './float-text.ts';
import { integerOf } from './number-text.ts';
import { CommandError } from './reply.ts';
import type { SortedSet } from './sorted-set.ts';

/** Ranks from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type SpanIn = (members: SortedSet) => Span;

/** By rank; negative ones count from the end. */
export function rankSpan(start: BinaryText, stop: BinaryText): SpanIn {
  const [first, last] = [Number(integerOf(start)), Number(integerOf(stop))];
  return ({ size }) => ({
    from: Math.max(first < 0 ? size + first : first, 0),
    to: Math.min(last < 0 ? size + last : last, size - 1) + 1,
  });
}

/** By score; `(` in front leaves the bound itself out. */
export function scoreSpan(min: BinaryText, max: BinaryText): SpanIn {
  const [least, most] = [scoreBound(min), scoreBound(max)];
  return (members) => ({
    from: members.countWhile(({ score }) => (least.isOut ? score <= least.score : score < least.score)),
    to: members.countWhile(({ score }) => (most.isOut ? score < most.score : score <= most.score)),
  });
}

/** By bytes, which means something only where all scores are equal: `[` in front takes the bound in, `(` leaves it out. */
export function lexSpan(min: BinaryText, max: BinaryText): SpanIn {
  const [least, most] = [lexBound(min), lexBound(max)];
  return (members) => ({
    from: members.countWhile(({ text }) => isBefore(text, least, least.isOut)),
    to: members.countWhile(({ text }) => isBefore(text, most, !most.isOut)),
  });
}

function scoreBound(text: BinaryText): { score: number; isOut: boolean } {
  const isOut = text.startsWith('(');
  const rest = isOut ? text.slice(1) : text;
  // C reads nothing at all as 0.
  const score = rest === '' ? 0 : parseFloatText(rest);
  if (score === undefined) throw new CommandError('ERR min or max is not a float');
  return { score, isOut };
}

interface LexBound {
  /** Before all, at the text, or after all. */
  readonly end: -1 | 0 | 1;
  readonly text: BinaryText;
  readonly isOut: boolean;
}

function lexBound(text: BinaryText): LexBound {
  if (text === '-') return { end: -1, text: '', isOut: false };
  if (text === '+') return { end: 1, text: '', isOut: false };
  if (!/^[[(]/.test(text)) throw new CommandError('ERR min or max not valid string range item');
  return { end: 0, text: text.slice(1), isOut: text.startsWith('(') };
}

function isBefore(text: BinaryText, { end, text: bound }: LexBound, evenIfEqual: boolean): boolean {
  if (end !== 0) return end > 0;
  return text < bound || (evenIfEqual && text === bound);
}
