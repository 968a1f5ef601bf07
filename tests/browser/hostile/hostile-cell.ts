/** The hostile cell: a program that means harm or knows no better, and what the reader must be told about it. */

export interface HostileCell {
  readonly name: string;
  /** The text of the first file of the cell that it is run in. `LISTENER` stands for the host and port of a local server. */
  readonly code: string;
  /** What the page says in the end: in the ending, the console or the problems. */
  readonly says: RegExp;
  /** The line of the file that is named; null where no line is to blame. */
  readonly line: number | null;
}

/** `code` begins on the line after the opening quote. */
export function hostile(name: string, says: RegExp, line: number | null, code: string): HostileCell {
  return { name, code: code.replace(/^\n/, ''), says, line };
}
