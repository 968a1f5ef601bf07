/** The hostile cell: a program that means harm or knows no better, and what the reader must be told about it. */

export interface HostileCell {
  readonly name: string;
  /** What the page says in the end: in the ending, the console or the problems. */
  readonly says: RegExp;
  /** The line of the file that is named; null where no line is to blame. */
  readonly line: number | null;
  /** The text of the file. `LISTENER` stands for the host and port of a local server; a first empty line does not count. */
  readonly code: string;
}
