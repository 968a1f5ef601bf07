/** Numbers as Redis reads them from text: 64-bit integers without any ornament, and timeouts in seconds. */
import { CommandError } from './reply.ts';

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** Whether the text is a plain integer: no sign `+`, no leading zero, no space (string2ll in util.c). */
export function isPlainInteger(text: string): boolean {
  return /^(?:0|-?[1-9]\d{0,18})$/.test(text);
}

/** A plain integer that fits 64 bits, or undefined. */
export function parseInteger(text: string): bigint | undefined {
  if (!isPlainInteger(text)) return undefined;
  const value = BigInt(text);
  return fitsInteger(value) ? value : undefined;
}

export function fitsInteger(value: bigint): boolean {
  return value >= LEAST && value <= MOST;
}

/** Throws the error of Redis when the text is no 64-bit integer. */
export function integerOf(text: string): bigint {
  const value = parseInteger(text);
  if (value === undefined) throw new CommandError('ERR value is not an integer or out of range');
  return value;
}

/** How many to take. Throws when the text is negative or no integer. */
export function countOf(text: string): number {
  if (!/^(?:0|[1-9]\d*)$/.test(text) || !fitsInteger(BigInt(text))) throw new CommandError('ERR value is out of range, must be positive');
  return Number(text);
}

/** How many keys follow, or how many to take where none would make no sense. Throws `<what> should be greater than 0`. */
export function positiveCountOf(text: string, what: string): number {
  const value = parseInteger(text);
  if (value === undefined || value <= 0n) throw new CommandError(`ERR ${what} should be greater than 0`);
  return Number(value);
}

const MOST_DIGITS = 17;

/** A fraction as Redis 7.0 writes it: C's `%.17g` (addReplyDouble in networking.c). */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', power = ''] = value.toExponential(MOST_DIGITS - 1).split('e');
  const exponent = Number(power);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  if (exponent < -4 || exponent >= MOST_DIGITS) {
    const rest = digits.slice(1);
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${rest === '' ? '' : `.${rest}`}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A timeout in seconds, fractions allowed, as microseconds; 0 means to wait without end. Measured on 7.0.15. */
export function timeoutMicrosOf(text: string): number {
  if (!/^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?)$/i.test(text)) {
    throw new CommandError('ERR timeout is not a float or out of range');
  }
  const seconds = /inf/i.test(text) ? Number.POSITIVE_INFINITY : Number(text);
  // A timeout beyond 64 bits of milliseconds overflows in the server and is taken for a negative one.
  if (seconds < 0 || seconds * 1000 > 2 ** 63) throw new CommandError('ERR timeout is negative');
  return Math.ceil(seconds * 1_000_000);
}
