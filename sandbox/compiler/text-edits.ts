/** Edits to a text that keep its lines: insertions and replacements without new lines, and where every column went. */
import type { SourceMapSegment } from '@jridgewell/trace-mapping';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Collects edits in any order of place. What wraps a piece of text asks for `open` before and `close` after its inner parts do. */
export class TextEdits {
  readonly #openings = new Map<number, string>();
  readonly #closings = new Map<number, string>();
  readonly #replacements = new Map<number, Edit>();

  /** Inserts before the character at `offset`, after everything that closes there. */
  open(offset: number, text: string): void {
    this.#openings.set(offset, (this.#openings.get(offset) ?? '') + text);
  }

  /** Inserts before the character at `offset`, as the end of what comes before. */
  close(offset: number, text: string): void {
    this.#closings.set(offset, (this.#closings.get(offset) ?? '') + text);
  }

  /** Replaces the text from `start` to `end`. New lines in the range are kept, so that lines stay lines. */
  replace(start: number, end: number, text: string): void {
    this.#replacements.set(start, { start, end, text });
  }

  /** The edited text, and `segments` (of a source map of `original`) moved to their new columns. */
  apply(original: string, segments: readonly (readonly SourceMapSegment[])[]): { text: string; segments: SourceMapSegment[][] } {
    const edits = this.#sorted(original);
    const moved: SourceMapSegment[][] = [];
    const pieces: string[] = [];
    let copied = 0;
    let next = 0;
    let lineStart = 0;
    for (const [line, lineText] of original.split('\n').entries()) {
      const lineEnd = lineStart + lineText.length;
      const shifts = new Shifts();
      for (let edit = edits[next]; edit !== undefined && edit.start <= lineEnd; edit = edits[++next]) {
        pieces.push(original.slice(copied, edit.start), edit.text);
        copied = edit.end;
        shifts.add(edit.start - lineStart, edit.text.length - (edit.end - edit.start), edit.movesOwnPlace);
      }
      moved.push((segments[line] ?? []).map((segment) => withColumn(segment, shifts.moved(segment[0]))));
      lineStart = lineEnd + 1;
    }
    pieces.push(original.slice(copied));
    return { text: pieces.join(''), segments: moved };
  }

  /** All edits as single-line ones in the order of the text: at one offset closings, then openings, then a replacement. */
  #sorted(original: string): (Edit & { movesOwnPlace: boolean })[] {
    const edits: (Edit & { movesOwnPlace: boolean; rank: number })[] = [];
    for (const [start, text] of this.#closings) edits.push({ start, end: start, text, movesOwnPlace: true, rank: 0 });
    for (const [start, text] of this.#openings) edits.push({ start, end: start, text, movesOwnPlace: false, rank: 1 });
    for (const edit of this.#replacements.values()) {
      let start = edit.start;
      for (const [index, line] of original.slice(edit.start, edit.end).split('\n').entries()) {
        edits.push({ start, end: start + line.length, text: index === 0 ? edit.text : '', movesOwnPlace: false, rank: 2 });
        start += line.length + 1;
      }
    }
    return edits.sort((one, other) => one.start - other.start || one.rank - other.rank);
  }
}

/** How far the columns of one line move. What opens at a column belongs to the text there, so it does not move that column. */
class Shifts {
  readonly #columns: number[] = [];
  readonly #totals: number[] = [];
  #total = 0;

  add(column: number, byCount: number, movesOwnPlace: boolean): void {
    this.#total += byCount;
    this.#columns.push(movesOwnPlace ? column : column + 0.5);
    this.#totals.push(this.#total);
  }

  moved(column: number): number {
    let total = 0;
    for (const [index, from] of this.#columns.entries()) {
      if (from > column) break;
      total = this.#totals[index] ?? 0;
    }
    return Math.max(0, column + total);
  }
}

function withColumn(segment: SourceMapSegment, column: number): SourceMapSegment {
  if (segment.length === 1) return [column];
  if (segment.length === 4) return [column, segment[1], segment[2], segment[3]];
  return [column, segment[1], segment[2], segment[3], segment[4]];
}
