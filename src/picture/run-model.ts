/** A run as the player sees it: its steps, its moments and its pace, computed once. */
import type { Moment, PictureKind, Scenario } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { Fold } from './fold.ts';
import { momentsOf, type NamedMoment } from './moments.ts';
import { pacingOf } from './pacing.ts';
import { storySteps } from './steps.ts';

/** How a cell wants its runs to be shown. */
export interface Showing {
  readonly scenario: Scenario;
  readonly picture: PictureKind;
  readonly moments: readonly Moment[] | null;
}

/** A moment by its position on the scrubber: 0 is the start, n the nth story event. */
export interface PlacedMoment extends NamedMoment {
  readonly position: number;
}

export interface RunModel {
  readonly fold: Fold;
  /** Sequences of the story events. */
  readonly steps: readonly number[];
  readonly moments: readonly PlacedMoment[];
  /** The player's clock at each position, in milliseconds. */
  readonly pacing: readonly number[];
}

/** Piece by piece: of a long run all at once would hold the page for longer than a reader should notice. */
export async function runModelOf(events: readonly TraceEvent[], { scenario, moments }: Showing): Promise<RunModel> {
  const fold = new Fold(events, scenario);
  await breath();
  const named = momentsOf(events, moments);
  await breath();
  return modelWith(fold, named);
}

/** Lets the page come round between two pieces of work. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The same run with other moments. */
export function modelWith(fold: Fold, named: readonly NamedMoment[]): RunModel {
  const { events } = fold;
  const steps = storySteps(events);
  const positions = new Map(steps.map((sequence, index) => [sequence, index + 1]));
  const moments = named.flatMap((moment) => {
    const position = positions.get(moment.sequence);
    return position === undefined ? [] : [{ ...moment, position }];
  });
  const isNamed = new Set(moments.map(({ sequence }) => sequence));
  const paced = steps.map((sequence) => {
    const event = events[sequence] as TraceEvent;
    return { atMicros: event.atMicros, moves: event.messageId !== undefined, isMoment: isNamed.has(sequence) };
  });
  return { fold, steps, moments, pacing: pacingOf(paced) };
}

/** The sequence of the event at a position; -1 at the start. */
export function sequenceAt({ steps }: RunModel, position: number): number {
  return steps[position - 1] ?? -1;
}

/** The run's own time at a position, in microseconds; 0 at the start. */
export function microsAt({ fold, steps }: RunModel, position: number): number {
  return fold.events[steps[position - 1] ?? -1]?.atMicros ?? 0;
}

/** The last position whose event is not after this sequence. */
export function positionOf({ steps }: RunModel, sequence: number): number {
  return steps.findLastIndex((step) => step <= sequence) + 1;
}

/** The moment that is told at a position: the last one that has come. */
export function momentAt({ moments }: RunModel, position: number): PlacedMoment | null {
  return moments.findLast((moment) => moment.position <= position) ?? null;
}
