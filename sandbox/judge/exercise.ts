/** The exercise: what is asked of the learner's files, how an answer is tried, and which wrong answers are expected. */
import type { Scenario, Shown } from '../engine/cell.ts';
import type { Trials } from './check.ts';

/** An answer that somebody with a certain misconception would give; its files are in `wrong/<misconception>/`. */
export interface WrongAnswer {
  /** The misconception, named kindly: "An ack before the work looks safe, but a crash in between loses the order." */
  readonly said: string;
  /** Ids of exactly those checks that fail in at least one trial. */
  readonly fails: readonly string[];
}

/**
 * `exercise.ts` exports it as `exercise`; `checks.ts` beside it exports `checks: readonly Check[]`, at least one of which
 * reads the outcome and is not a `didNothing` check. `starter/`, `solution/`, `alternatives/<name>/` and
 * `wrong/<misconception>/` hold the files of `edits`. Files of `processes` that the learner does not edit are in `files/`
 * and are the same for every answer.
 */
export interface Exercise extends Scenario, Shown {
  readonly title: string;
  /** Ids from `content/course.ts`. */
  readonly objectives: readonly string[];
  /** The files that the learner edits, such as `worker.ts`; every answer consists of exactly these. */
  readonly edits: readonly string[];
  readonly trials: Trials;
  /** By misconception: the name of its folder in `wrong/`. */
  readonly wrong: Readonly<Record<string, WrongAnswer>>;
  /** From a nudge to nearly the answer, shown one at a time. */
  readonly hints: readonly string[];
  /** The seed of a plain run on the page. Trials have seeds of their own. */
  readonly seed: number;
}
