/** The id of a stream's entry: milliseconds and a sequence number, 64 bits each, ordered by both. */
import type { BinaryText } from '../binary-text.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError } from '../reply.ts';

/** A number wherever it is exact, since that is many times faster; the comparison operators take both kinds. */
export type Unsigned64 = number | bigint;

export interface StreamId {
  readonly ms: Unsigned64;
  readonly sequence: Unsigned64;
}

const SPAN = 2n ** 64n;
const MOST: Unsigned64 = SPAN - 1n;
/** An id of more characters is refused unread. */
const MOST_CHARACTERS = 127;

export const LEAST_ID: StreamId = { ms: 0, sequence: 0 };
export const GREATEST_ID: StreamId = { ms: MOST, sequence: MOST };

/** Negative, zero or positive, as `sort` wants it. */
export function compareIds(one: StreamId, other: StreamId): number {
  if (one.ms !== other.ms) return one.ms < other.ms ? -1 : 1;
  if (one.sequence === other.sequence) return 0;
  return one.sequence < other.sequence ? -1 : 1;
}

export function isSameId(one: StreamId, other: StreamId): boolean {
  return one.ms === other.ms && one.sequence === other.sequence;
}

export function idText({ ms, sequence }: StreamId): string {
  return `${ms}-${sequence}`;
}

/** The least id that is greater; undefined after the greatest. */
export function idAfter({ ms, sequence }: StreamId): StreamId | undefined {
  if (sequence !== MOST) return { ms, sequence: plus(sequence, 1) };
  return ms === MOST ? undefined : { ms: plus(ms, 1), sequence: 0 };
}

/** The greatest id that is less; undefined before the least. */
export function idBefore({ ms, sequence }: StreamId): StreamId | undefined {
  if (sequence !== 0) return { ms, sequence: plus(sequence, -1) };
  return ms === 0 ? undefined : { ms: plus(ms, -1), sequence: MOST };
}

/** `1-2`, or `1`, which means `1-0`; nothing else. */
export function idOf(text: BinaryText): StreamId {
  return parseId(text, 0);
}

/** The same, or the least or greatest id as `-` or `+`. `missing` is the sequence of an id that names none. */
export function idOrEndOf(text: BinaryText, missing: Unsigned64 = 0): StreamId {
  const typed = upToZero(text);
  if (typed === '-') return LEAST_ID;
  return typed === '+' ? GREATEST_ID : parseId(text, missing);
}

/** An id for XADD: with `5-*` the sequence is for the server to choose. */
export function newIdOf(text: BinaryText): { readonly id: StreamId; readonly choosesSequence: boolean } {
  const typed = upToZero(text);
  if (!typed.endsWith('-*')) return { id: parseId(text, 0), choosesSequence: false };
  return { id: parseId(text.slice(0, typed.length - 2), 0), choosesSequence: true };
}

/** The first id of a range: `(` leaves the id itself out. */
export function rangeStartOf(text: BinaryText): StreamId {
  const start = isOpen(text) ? idAfter(idOf(text.slice(1))) : idOrEndOf(text, 0);
  if (start === undefined) throw new CommandError('ERR invalid start ID for the interval');
  return start;
}

/** The last id of a range: a sequence that is left out is the last one. */
export function rangeEndOf(text: BinaryText): StreamId {
  const end = isOpen(text) ? idBefore(parseId(text.slice(1), MOST)) : idOrEndOf(text, MOST);
  if (end === undefined) throw new CommandError('ERR invalid end ID for the interval');
  return end;
}

function isOpen(text: BinaryText): boolean {
  return text.length > 1 && text.startsWith('(');
}

function parseId(text: BinaryText, missing: Unsigned64): StreamId {
  const typed = upToZero(text);
  const dash = typed.indexOf('-');
  const ms = text.length > MOST_CHARACTERS ? undefined : unsignedOf(dash === -1 ? typed : typed.slice(0, dash));
  const sequence = dash === -1 ? missing : unsignedOf(typed.slice(dash + 1));
  if (ms === undefined || sequence === undefined) throw new CommandError('ERR Invalid stream ID specified as stream command argument');
  return { ms, sequence };
}

/** The server reads an id as a text of C: it ends at the first zero byte. */
function upToZero(text: BinaryText): BinaryText {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** As C's `strtoull` reads it, which takes a sign and leading zeros; but a plain negative number is refused (string2ull in util.c). */
function unsignedOf(text: string): Unsigned64 | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const isNegative = text.startsWith('-');
  if (!/^[+-]?\d+$/.test(text) || (isNegative && parseInteger(text) !== undefined)) return undefined;
  const size = BigInt(text.replace(/^[+-]/, ''));
  if (size > MOST) return undefined;
  return canonical(isNegative ? BigInt.asUintN(64, -size) : size);
}

function plus(value: Unsigned64, step: 1 | -1): Unsigned64 {
  return typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value + step : canonical(BigInt(value) + BigInt(step));
}

function canonical(value: bigint): Unsigned64 {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
