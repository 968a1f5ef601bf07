/**
 * The extended float: a fraction with 64 bits of precision, which is what C's `long double` is on the machines that Redis runs on.
 * INCRBYFLOAT and HINCRBYFLOAT count in it, so that 0.1 and 0.2 make 0.3.
 */

/** `mantissa * 2 ** exponent`. */
export interface ExtendedFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const PRECISION = 64;
/** What is larger or smaller than a `long double` can be. */
const MOST_EXPONENT = 16_384;
const LEAST_EXPONENT = -16_445;
/** Digits behind the point when it is written (ld2string in util.c). */
const DIGITS = 17;

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;
const HEXADECIMAL = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)(?:p([+-]?\d+))?$/i;

/** The fraction that the text says; infinities as themselves. Undefined when it says none, or one that is too large or too small. */
export function parseExtended(text: string): ExtendedFloat | 'inf' | '-inf' | undefined {
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? '-inf' : 'inf';
  const isHexadecimal = HEXADECIMAL.test(text);
  const [, sign = '', whole = '', fraction = '', power = '0'] = (isHexadecimal ? HEXADECIMAL : DECIMAL).exec(text) ?? [];
  const digits = whole + fraction;
  if (digits === '' || Math.abs(Number(power)) > MOST_EXPONENT * 2) return undefined;
  const size = BigInt(isHexadecimal ? `0x${digits}` : digits);
  const signed = sign === '-' ? -size : size;
  const value = isHexadecimal ? rounded(signed, Number(power) - 4 * fraction.length) : scaled(signed, Number(power) - fraction.length);
  return isWithin(value) ? value : undefined;
}

/** The sum, or undefined when it is too large. */
export function sum(one: ExtendedFloat, other: ExtendedFloat): ExtendedFloat | undefined {
  const exponent = Math.min(one.exponent, other.exponent);
  const total = shifted(one.mantissa, one.exponent - exponent) + shifted(other.mantissa, other.exponent - exponent);
  const value = rounded(total, exponent);
  return isWithin(value) ? value : undefined;
}

/** As `%.17Lf` writes it, without zeros at its end. */
export function extendedText({ mantissa, exponent }: ExtendedFloat): string {
  const tens = mantissa * 10n ** BigInt(DIGITS);
  const units = exponent >= 0 ? tens << BigInt(exponent) : dividedEven(tens, 1n << BigInt(-exponent));
  const digits = String(units < 0n ? -units : units).padStart(DIGITS + 1, '0');
  const text = `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

/** `digits * 10 ** power`, rounded. */
function scaled(digits: bigint, power: number): ExtendedFloat {
  if (power >= 0) return rounded(digits * 10n ** BigInt(power), 0);
  const divisor = 10n ** BigInt(-power);
  // Enough bits that what the division leaves out cannot decide how it is rounded, except for whether there is anything at all.
  const bits = Math.max(PRECISION + 2 + bitLength(divisor) - bitLength(digits), 0);
  const numerator = digits << BigInt(bits);
  const quotient = numerator / divisor;
  const isExact = quotient * divisor === numerator;
  return rounded(isExact ? quotient * 2n : quotient * 2n + (digits < 0n ? -1n : 1n), -bits - 1);
}

function rounded(mantissa: bigint, exponent: number): ExtendedFloat {
  const surplus = bitLength(mantissa) - PRECISION;
  if (surplus <= 0) return { mantissa, exponent };
  return { mantissa: dividedEven(mantissa, 1n << BigInt(surplus)), exponent: exponent + surplus };
}

/** Rounds to the nearest; of two that are as near, to the even one. */
function dividedEven(value: bigint, divisor: bigint): bigint {
  const size = value < 0n ? -value : value;
  const quotient = size / divisor;
  const twice = (size % divisor) * 2n;
  const isUp = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  const nearest = isUp ? quotient + 1n : quotient;
  return value < 0n ? -nearest : nearest;
}

function isWithin({ mantissa, exponent }: ExtendedFloat): boolean {
  const top = bitLength(mantissa) + exponent;
  return mantissa === 0n || (top <= MOST_EXPONENT && top > LEAST_EXPONENT);
}

function shifted(mantissa: bigint, bits: number): bigint {
  return mantissa << BigInt(bits);
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}
