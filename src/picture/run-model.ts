/** A run as the player sees it: its steps, its moments and its pace, computed once. */
import type { Moment, PictureKind, Scenario } from '../../sandbox/engine/cell.ts';
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { Fold } from './fold.ts';
import { momentsOf, type NamedMoment, told } from './moments.ts';
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
  /** What is told at length: room for it is kept at every step, so that nothing jumps. */
  readonly longestCaption: string;
}

/** Words of a step that are longer than this do not get room of their own: they scroll. */
const LONG_CAPTION = 90;
/** So many steps are asked for their words. */
const CAPTIONS_ASKED = 500;

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
  return { fold, steps, moments, pacing: pacingOf(paced), longestCaption: longestOf(events, steps, moments) };
}

function longestOf(events: readonly TraceEvent[], steps: readonly number[], moments: readonly NamedMoment[]): string {
  const words = steps.slice(0, CAPTIONS_ASKED).map((sequence) => told(events[sequence] as TraceEvent).slice(0, LONG_CAPTION));
  return [...words, ...moments.map(({ caption }) => caption)].reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

/** The sequence of the event at a position; -1 at the start. */
export function sequenceAt({ steps }: RunModel, position: number): number {
  return steps[position - 1] ?? -1;
}

/** The line that caused the event at a position, or null. */
export function sourceAt({ fold, steps }: RunModel, position: number): SourceLine | null {
  return fold.events[steps[position - 1] ?? -1]?.source ?? null;
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
