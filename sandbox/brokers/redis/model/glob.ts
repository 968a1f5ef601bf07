/** The glob of KEYS, SCAN and channel patterns: `?`, `*`, `[ae]`, `[^e]`, `[a-z]` and the backslash (stringmatchlen in util.c). */
import type { BinaryText } from './binary-text.ts';

/** Whether the whole text matches. Takes at most the product of both lengths, whatever the pattern. */
export function matchesGlob(pattern: BinaryText, text: BinaryText): boolean {
  let at = 0;
  let index = 0;
  /** Where to go on after the last star, when what follows it does not fit here. */
  let afterStar = -1;
  let starred = 0;
  while (index < text.length) {
    const step = at < pattern.length && pattern[at] !== '*' ? stepOver(pattern, at, text[index] as string) : null;
    if (pattern[at] === '*') {
      at += 1;
      afterStar = at;
      starred = index;
    } else if (step?.matches === true) {
      at = step.next;
      index += 1;
    } else if (afterStar >= 0) {
      at = afterStar;
      starred += 1;
      index = starred;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at >= pattern.length;
}

/** Whether the part of the pattern that begins at `at` takes this character, and where the next part begins. */
function stepOver(pattern: BinaryText, at: number, character: string): { matches: boolean; next: number } {
  switch (pattern[at]) {
    case '?':
      return { matches: true, next: at + 1 };
    case '[':
      return classAt(pattern, at + 1, character);
    case '\\': {
      const literal = at + 1 < pattern.length ? at + 1 : at;
      return { matches: pattern[literal] === character, next: literal + 1 };
    }
    default:
      return { matches: pattern[at] === character, next: at + 1 };
  }
}

/** `[…]`; a class without an end reaches to the end of the pattern. */
function classAt(pattern: BinaryText, start: number, character: string): { matches: boolean; next: number } {
  const isNegated = pattern[start] === '^';
  let at = isNegated ? start + 1 : start;
  let found = false;
  while (at < pattern.length && pattern[at] !== ']') {
    const { least, most, next } = memberAt(pattern, at);
    if (character >= least && character <= most) found = true;
    at = next;
  }
  return { matches: found !== isNegated, next: Math.min(at + 1, pattern.length) };
}

/** One member of a class: a character, one behind a backslash, or a range, whose ends may stand either way round. */
function memberAt(pattern: BinaryText, at: number): { least: string; most: string; next: number } {
  const first = pattern[at] as string;
  const [second, third] = [pattern[at + 1], pattern[at + 2]];
  if (first === '\\' && second !== undefined) return { least: second, most: second, next: at + 2 };
  if (second !== '-' || third === undefined) return { least: first, most: first, next: at + 1 };
  return first <= third ? { least: first, most: third, next: at + 3 } : { least: third, most: first, next: at + 3 };
}
