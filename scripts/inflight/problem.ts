/** A problem in the content: where it is, and a sentence that says what to do. */
import { relative } from 'node:path';

export interface ContentProblem {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly said: string;
}

/** What a loader gives back: the thing, or at least one problem. */
export type Loaded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ContentProblem[] };

/** `file:line: sentence`, with the file as seen from the working directory, or its whole path when it lies outside. */
export function problemText(problem: ContentProblem): string {
  const inside = relative(process.cwd(), problem.file);
  return `${inside === '' || inside.startsWith('..') ? problem.file : inside}:${problem.line}: ${problem.said}`;
}

export function failure(...problems: readonly ContentProblem[]): { ok: false; problems: readonly ContentProblem[] } {
  return { ok: false, problems };
}
