/** The fold: the scene after any event of a trace, from keyframes, so that a far jump costs no more than a step. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { apply } from './apply.ts';
import { type Cast, type Facts, factsOf } from './facts.ts';
import type { Scene } from './scene.ts';
import { copyOf, type State, startState } from './state.ts';

/** Events between two keyframes. */
export const KEYFRAME_EVERY = 256;

export class Fold {
  readonly events: readonly TraceEvent[];
  readonly facts: Facts;
  /** The state after so many events, for each multiple of `KEYFRAME_EVERY`; made when first needed. */
  readonly #keyframes: State[];

  constructor(events: readonly TraceEvent[], cast: Cast | null) {
    this.events = events;
    this.facts = factsOf(events, cast);
    this.#keyframes = [startState(this.facts)];
  }

  /** The scene right after the event of this sequence; before the first one for -1. */
  sceneAt(sequence: number): Scene {
    const count = Math.min(Math.max(sequence + 1, 0), this.events.length);
    const keyframe = Math.floor(count / KEYFRAME_EVERY);
    while (this.#keyframes.length <= keyframe) this.#addKeyframe();
    return this.#advance(this.#keyframes[keyframe] as State, keyframe * KEYFRAME_EVERY, count);
  }

  /** Makes the next keyframe; false when all are there. For a page that wants to do it in pieces. */
  prepare(): boolean {
    if (this.#keyframes.length * KEYFRAME_EVERY > this.events.length) return false;
    this.#addKeyframe();
    return true;
  }

  #addKeyframe(): void {
    const from = (this.#keyframes.length - 1) * KEYFRAME_EVERY;
    this.#keyframes.push(this.#advance(this.#keyframes.at(-1) as State, from, from + KEYFRAME_EVERY));
  }

  #advance(keyframe: State, from: number, to: number): State {
    const state = copyOf(keyframe);
    for (let index = from; index < to; index += 1) apply(state, this.events[index] as TraceEvent, index, this.facts);
    return state;
  }
}

const folds = new WeakMap<readonly TraceEvent[], Fold>();

/** The fold of a trace, made once. */
export function foldOf(trace: readonly TraceEvent[], cast: Cast | null = null): Fold {
  const fold = folds.get(trace) ?? new Fold(trace, cast);
  folds.set(trace, fold);
  return fold;
}

/** The scene right after the event of this sequence. */
export function sceneAt(trace: readonly TraceEvent[], sequence: number): Scene {
  return foldOf(trace).sceneAt(sequence);
}
