/** Positions: where in the learner's files a place of esbuild's output comes from. */

import type { SourceMapSegment } from '@jridgewell/trace-mapping';
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';

export interface Location {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** esbuild's names for files of a plugin begin with the plugin's namespace. */
export const LOCAL_NAMESPACE = 'cell';

const LINES_PER_FILE = 1_000_000;

export class Positions {
  /** The entry first: a place in this list is the file index of a packed position. */
  readonly files: readonly string[];
  /** The segments of esbuild's map by line, with indexes into `files`. */
  readonly segments: readonly (readonly SourceMapSegment[])[];
  readonly #lineStarts: readonly number[];

  constructor(text: string, mapJson: string, entry: string) {
    const map = new TraceMap(mapJson);
    const sources = map.sources.map((source) => (source ?? '').replace(`${LOCAL_NAMESPACE}:`, ''));
    this.files = [entry, ...sources.filter((source) => source !== entry)];
    const indexes = sources.map((source) => this.files.indexOf(source));
    this.segments = decodedMappings(map).map((line) => line.map((segment) => withSource(segment, indexes)));
    this.#lineStarts = lineStartsOf(text);
  }

  /** The learner's place for an offset of the text, if it has one: esbuild's own helpers have none. */
  locationAt(offset: number): Location | undefined {
    const line = this.#lineOf(offset);
    const segment = lastUpTo(this.segments[line] ?? [], offset - (this.#lineStarts[line] ?? 0));
    if (segment === undefined || segment.length === 1) return undefined;
    const file = this.files[segment[1]];
    return file === undefined ? undefined : { file, line: segment[2] + 1, column: segment[3] + 1 };
  }

  /** `line + fileIndex * 1_000_000` as markers carry it, 0 for text that no learner wrote. */
  packedAt(offset: number): number {
    const location = this.locationAt(offset);
    return location === undefined ? 0 : location.line + this.files.indexOf(location.file) * LINES_PER_FILE;
  }

  /** Whether anything between the two offsets was written by the learner. */
  covers(start: number, end: number): boolean {
    const last = this.#lineOf(end);
    for (let line = this.#lineOf(start); line <= last; line += 1) {
      const lineStart = this.#lineStarts[line] ?? 0;
      const inside = (segment: SourceMapSegment): boolean => lineStart + segment[0] >= start && lineStart + segment[0] < end;
      if (this.segments[line]?.some(inside)) return true;
    }
    return false;
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function withSource(segment: SourceMapSegment, indexes: readonly number[]): SourceMapSegment {
  return segment.length === 1 ? segment : [segment[0], indexes[segment[1]] ?? 0, segment[2], segment[3]];
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastUpTo(segments: readonly SourceMapSegment[], column: number): SourceMapSegment | undefined {
  return segments.findLast((segment) => segment[0] <= column);
}
