/** Markup: the picture of a moment as text, for pages that are made before anybody opens them. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { wordsOf } from '../views/words.ts';
import { DepthPicture } from './depth-picture.tsx';
import type { Cast } from './facts.ts';
import { Fold } from './fold.ts';
import type { Shape } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { modelWith, positionOf } from './run-model.ts';
import { ScenePicture } from './scene-picture.tsx';
import { previousStory } from './steps.ts';

export interface MarkupOptions {
  /** Processes and brokers of the cell, so that those are drawn that have not done anything yet. */
  readonly cast?: Cast;
  /** Both shapes when not given: the style sheet shows the one that fits. */
  readonly shapes?: readonly Shape[];
  /** What a screen reader says; the event in words when not given. */
  readonly label?: string;
  /** Whether what moved with the event leaves a trail; it does when not given. */
  readonly trails?: boolean;
}

/** The event of this sequence (in the whole trace), or the start or end of the run. */
export type At = number | 'start' | 'end';

/** The picture right after the event of this sequence, before the first, or after the last one. */
export function sceneMarkup(trace: readonly TraceEvent[], at: At, options: MarkupOptions = {}): string {
  const { cast = null, shapes = ['wide', 'narrow'], trails = true } = options;
  const fold = new Fold(trace, cast);
  const sequence = at === 'start' ? -1 : at === 'end' ? trace.length - 1 : at;
  const scene = fold.sceneAt(sequence);
  const before = trails && typeof at === 'number' ? fold.sceneAt(previousStory(trace, sequence)) : null;
  const label = options.label ?? labelOf(trace, at);
  const pictures = shapes.map((shape) =>
    render(h(ScenePicture, { scene, before, facts: fold.facts, layout: layoutOf(fold.facts, shape), label })),
  );
  return framed(pictures);
}

/** How many waited over the whole run, with a line at this moment. */
export function depthMarkup(trace: readonly TraceEvent[], at: At, options: Omit<MarkupOptions, 'trails'> = {}): string {
  const { cast = null, shapes = ['wide', 'narrow'], label } = options;
  const run = modelWith(new Fold(trace, cast), []);
  const position = at === 'start' ? 0 : at === 'end' ? run.steps.length : positionOf(run, at);
  return framed(shapes.map((shape) => render(h(DepthPicture, { run, position, shape, ...(label === undefined ? {} : { label }) }))));
}

function framed(pictures: readonly string[]): string {
  return `<div class="picture${pictures.length > 1 ? ' both' : ''}">${pictures.join('')}</div>`;
}

function labelOf(trace: readonly TraceEvent[], at: At): string {
  const event = typeof at === 'number' ? trace[at] : undefined;
  if (event !== undefined) return `Picture of the run when ${event.process}: ${wordsOf(event).slice(0, 200)}`;
  return at === 'end' ? 'Picture of the run at its end' : 'Picture of the system before the run';
}
