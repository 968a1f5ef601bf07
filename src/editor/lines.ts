/** Lines: how many lines of room the text of a file takes. */

/** A file of a few lines gets room to write in. */
const LEAST = 4;

export function linesOf(text: string): number {
  return Math.max(text.split('\n').length, LEAST);
}
