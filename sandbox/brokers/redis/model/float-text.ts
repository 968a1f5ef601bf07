/** Fractions as Redis reads them from text: whatever C's `strtod` takes, hexadecimal and `inf` included. */
import { CommandError } from './reply.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x(?=\.?[\da-f])([\da-f]*)\.?([\da-f]*)(?:p([+-]?\d+))?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** The fraction, or undefined when the text as a whole is none. Spaces before it are allowed, and `nan` is none. */
export function parseFloatText(text: string): number | undefined {
  const bare = text.replace(/^[ \t\n\v\f\r]+/, '');
  if (DECIMAL.test(bare)) return Number(bare);
  const infinite = INFINITE.exec(bare);
  if (infinite !== null) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [all, sign, whole = '', fraction = '', power = '0'] = HEXADECIMAL.exec(bare) ?? [];
  if (all === undefined) return undefined;
  const size = [...`${whole}${fraction}`].reduce((sum, digit) => sum * 16 + Number.parseInt(digit, 16), 0);
  return (sign === '-' ? -size : size) * 2 ** (Number(power) - 4 * fraction.length);
}

/** A score or an increment. Throws when there is a space before it, or when it is too large or too small to be told from none. */
export function scoreOf(text: string, complaint = 'ERR value is not a valid float'): number {
  const value = /^\s/.test(text) ? undefined : parseFloatText(text);
  const isTooLarge = !Number.isFinite(value) && !INFINITE.test(text);
  const isTooSmall = value === 0 && /^[^ep]*[1-9]/i.test(text.replace(/^[+-]?0x/i, ''));
  if (value === undefined || isTooLarge || isTooSmall) throw new CommandError(complaint);
  return value;
}
