/** The prediction: a question about a run, answered before it is seen. The right answer is read off the run itself. */
import type { TraceEvent } from '../sandbox/trace/event.ts';
import type { EventQuery } from '../sandbox/trace/query.ts';

/** What somebody with a misconception would answer, and what is shown to them afterwards. */
export interface WrongBelief {
  /** The misconception, named kindly, in one or two sentences: what is natural about it and what happens instead. */
  readonly said: string;
  /** Where the run leaves this answer: the event at which the picture draws the ghost of what was expected. */
  readonly leaves: EventQuery;
  /** What the reader would have seen there, in a few words: "order-1 is gone". */
  readonly ghost: string;
}

export interface Option {
  readonly id: string;
  readonly text: string;
  /** Left out only where the option is the right answer under every seed that is asked for. */
  readonly wrong?: WrongBelief;
}

/**
 * `predictions.ts` of a lesson exports `predictions: readonly Prediction[]`.
 * One about a cell of the same lesson, with the cell's own seed, is asked above that cell's Run button: at most one for each
 * cell. Any other (a cell of an earlier lesson, or another seed) is a review question, shown by `<Review id="…" />`.
 */
export interface Prediction {
  /** Unique in the course. */
  readonly id: string;
  /** `in-process-queue` for a cell of this lesson, `fifo/in-process-queue` for one of another lesson. */
  readonly cell: string;
  /** Another seed than the cell's own. */
  readonly seed?: number;
  readonly question: string;
  /** Two to four. */
  readonly options: readonly Option[];
  /** The id of the right option; it is asked at build time and must be one of them. */
  readonly answer: (trace: readonly TraceEvent[]) => string;
  /** One to three sentences, shown after the run whatever was answered. */
  readonly because: string;
}
