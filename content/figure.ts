/** The figure: one to four pictures of a cell's recorded run, side by side, each with a sentence. */
import type { PictureKind } from '../sandbox/engine/cell.ts';
import type { EventQuery } from '../sandbox/trace/query.ts';

export interface Frame {
  /** The picture right after this event; `start` before anything happened, `end` when all is over. */
  readonly at: EventQuery | 'start' | 'end';
  readonly said: string;
}

/** `figures/<figure>.ts` exports it as `figure`; `<Figure id="<figure>" />` shows it. */
export interface Figure {
  readonly title: string;
  /** The cell whose run is drawn: `three-roles` of this lesson, or `fifo/in-process-queue` of another one. */
  readonly cell: string;
  /** What is drawn: who has which message, or how many wait over the whole run. The first when not given. */
  readonly picture?: PictureKind;
  /** Another seed than the cell's own. */
  readonly seed?: number;
  readonly frames: readonly Frame[];
}
