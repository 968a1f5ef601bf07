/** The surface: what shows and edits the text of one file. Monaco, CodeMirror and a plain text area are surfaces. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';

/** More than anybody writes by hand; far more would hold the page for seconds. In characters. */
export const LONGEST_TEXT = 100_000;

export const TOO_LONG = `That is too much text for one file: it takes at most ${LONGEST_TEXT.toLocaleString('en-US')} characters.`;

/** From where to where, in characters from the start of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Surface {
  /** Setting it is one step of its undo, and tells nobody. */
  text: string;
  selection: Span;
  readonly hasFocus: boolean;
  focus(): void;
  /** Highlights a line, from 1, without focus. */
  mark(line: number | null): void;
  /** Brings a line into view inside the surface's own box; the page does not move. */
  reveal(line: number): void;
  showProblems(problems: readonly CompileProblem[]): void;
  /** Resolves when the reader does nothing that a takeover would cut off, such as dragging over text. */
  atRest(): Promise<void>;
  remove(): void;
}

/** What a surface tells. */
export interface SurfaceListener {
  changed(): void;
  focused(): void;
  left(): void;
  /** Ctrl or Command with Enter. */
  run(): void;
  /** An input was not taken, told in a sentence. */
  refused(said: string): void;
}

/** What a surface is made from. */
export interface SurfaceInput {
  /** The file's box; the surface fills it. */
  readonly box: HTMLElement;
  /** Path inside the cell. */
  readonly file: string;
  /** Unique on the page. */
  readonly bench: string;
  readonly isGiven: boolean;
  readonly text: string;
  /** What a screen reader says of it, and the id of the element that says more. */
  readonly label: string;
  readonly describedBy: string;
  /** All files of the cell as they are now. */
  readonly files: () => Readonly<Record<string, string>>;
}

export type OpenSurface = (input: SurfaceInput, listener: SurfaceListener) => Surface;

/** Offset of a place, both of which count from 1, kept inside the text. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(before + Math.min(column - 1, lines[line - 1]?.length ?? 0), text.length);
}
