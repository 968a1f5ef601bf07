/** The difference between two outcomes: the first line in which they part. */

export interface Difference {
  /** What both did before it. */
  readonly before: readonly string[];
  readonly real: string;
  readonly simulated: string;
}

/** A program takes both servers less than this, and a timer may be late by as much. */
const TOLERANCE_MS = 3000;
const APPROXIMATE = /≈(-?\d+)/g;

export function differenceBetween(real: readonly string[], simulated: readonly string[]): Difference | null {
  const length = Math.max(real.length, simulated.length);
  for (let index = 0; index < length; index += 1) {
    const [one = '(nothing more)', other = '(nothing more)'] = [real[index], simulated[index]];
    if (!isSame(one, other)) return { before: real.slice(0, index), real: one, simulated: other };
  }
  return null;
}

/** Equal but for numbers that may differ a little. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.includes('≈') || one.replace(APPROXIMATE, '≈') !== other.replace(APPROXIMATE, '≈')) return false;
  const [ones, others] = [numbersIn(one), numbersIn(other)];
  return ones.every((value, index) => Math.abs(value - (others[index] ?? Number.NaN)) <= TOLERANCE_MS);
}

function numbersIn(line: string): number[] {
  return [...line.matchAll(APPROXIMATE)].map(([, digits]) => Number(digits));
}
