/** The player: shows a run as a picture that plays, pauses, and is stepped and scrubbed. */
import { render } from 'preact';
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { PlayerClock } from './clock.ts';
import { DepthPicture } from './depth-picture.tsx';
import { Ghost } from './ghost.tsx';
import type { Layout, Shape } from './layout.ts';
import { layoutOf } from './layout-of.ts';
import { told } from './moments.ts';
import {
  microsAt,
  modelWith,
  momentAt,
  type PlacedMoment,
  positionOf,
  type RunModel,
  runModelOf,
  type Showing,
  sequenceAt,
  sourceAt,
} from './run-model.ts';
import { ScenePicture } from './scene-picture.tsx';
import { bringMomentIntoView, StepBar } from './step-bar.tsx';

export interface PlayerHost {
  /** Where the picture is drawn, and where its controls are. */
  readonly picture: HTMLElement;
  readonly bar: HTMLElement;
  /** Shows a place in the code, because the reader asked for it. */
  readonly open: (place: SourceLine) => void;
  /** The run is at this event now; -1 at the start. Console, code and timeline follow. */
  readonly at: (sequence: number, source: SourceLine | null, isPlaying: boolean) => void;
}

/** What the reader had expected at an event, and in which words. */
export interface GhostAt {
  readonly sequence: number;
  readonly said: string;
}

/** Narrower than this the picture runs downwards, in CSS pixels. */
const NARROW_BELOW = 432;

export class Player {
  readonly #host: PlayerHost;
  readonly #showing: Showing;
  readonly #clock: PlayerClock;
  #run: RunModel | null = null;
  #layouts = new Map<Shape, Layout>();
  #position = 0;
  #head: string | null = null;
  /** The moment that was told when the bar was last drawn. */
  #moment: PlacedMoment | null = null;
  #ghost: GhostAt | null = null;
  /** Whether the last change was a step, which is drawn as a move. */
  #isStep = false;
  #shape: Shape;
  /** What is read aloud: while the run plays only its moments. */
  #spoken = '';

  constructor(host: PlayerHost, showing: Showing) {
    this.#host = host;
    this.#showing = showing;
    this.#clock = new PlayerClock(
      (position) => this.#moveTo(position),
      () => this.#draw(),
    );
    this.#shape = this.#fittingShape();
    new ResizeObserver(() => this.#resized()).observe(host.picture);
    host.picture.addEventListener('keydown', (event) => this.#key(event));
    host.picture.role = 'group';
    host.picture.ariaLabel = 'Picture of the run. Left and right arrow keys step, Space plays.';
  }

  /** A finished run; only of the recorded one are the lesson's captions true. It is played from its start, or shown at its end where motion is not wanted. */
  async show(events: readonly TraceEvent[], isRecorded: boolean): Promise<void> {
    this.#clock.stop();
    const run = await runModelOf(events, isRecorded ? this.#showing : { ...this.#showing, moments: null });
    // The picture that the page was made with gives way to the one that plays.
    if (this.#run === null) this.#host.picture.replaceChildren();
    this.#run = run;
    this.#host.picture.tabIndex = 0;
    this.#layouts.clear();
    this.#head = null;
    this.#ghost = null;
    this.#position = 0;
    if (this.#last === 0) this.#draw();
    else if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.#jumpTo(this.#last);
    else this.play();
  }

  /** The replay of only these events, from `head` on: the first is shown, the others follow step by step. Without any, the run is shown from its start. */
  point(head: string, events: readonly TraceEvent[]): void {
    if (this.#run === null) return;
    this.#head = head;
    if (events.length > 0) {
      const moments = events.map((event) => ({ sequence: event.sequence, label: shortLabel(event), caption: `${told(event)}.` }));
      this.#run = modelWith(this.#run.fold, moments);
      this.#clock.stop();
      this.#jumpTo(this.#run.moments[0]?.position ?? 0);
    } else if (this.#clock.isRunning) this.#draw();
    else this.#jumpTo(0);
    this.#host.bar.scrollIntoView({ block: 'nearest' });
  }

  /** On to the next moment; from the last one, or from behind it, to the first. */
  stepMoment(): void {
    const { moments = [] } = this.#run ?? {};
    const next = moments.find(({ position }) => position > this.#position) ?? moments[0];
    if (next !== undefined) this.go(next.position);
  }

  /** What the reader had expected is drawn where the run leaves it, and the player goes there. */
  showGhost(ghost: GhostAt): void {
    if (this.#run === null) return;
    this.#ghost = ghost;
    const position = positionOf(this.#run, ghost.sequence);
    if (this.#clock.isRunning && this.#position < position) {
      // What plays goes on and stops there.
      this.#clock.start(this.#run.pacing.slice(0, position + 1), this.#position);
      return;
    }
    this.#clock.stop();
    this.#jumpTo(position);
  }

  play(): void {
    if (this.#run === null) return;
    if (this.#position === this.#last) this.#position = 0;
    this.#spoken = '';
    this.#clock.start(this.#run.pacing, this.#position);
    this.#isStep = true;
    this.#draw();
  }

  pause(): void {
    this.#clock.stop();
    this.#draw();
  }

  /** The reader goes somewhere: whatever plays stops. */
  go(position: number): void {
    this.#clock.stop();
    this.#moveTo(Math.min(Math.max(position, 0), this.#last));
  }

  /** The same for the event of this sequence. */
  goTo(sequence: number): void {
    if (this.#run !== null) this.go(positionOf(this.#run, sequence));
  }

  get #last(): number {
    return this.#run?.steps.length ?? 0;
  }

  #toggle(): void {
    if (this.#clock.isRunning) this.pause();
    else this.play();
  }

  #moveTo(position: number): void {
    this.#isStep = Math.abs(position - this.#position) <= 1;
    this.#position = position;
    this.#draw();
  }

  #jumpTo(position: number): void {
    this.#isStep = false;
    this.#position = position;
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    if (event.target !== this.#host.picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const targets: Record<string, number> = { ArrowLeft: this.#position - 1, ArrowRight: this.#position + 1, Home: 0, End: this.#last };
    const target = targets[event.key];
    if (target === undefined && event.key !== ' ') return;
    event.preventDefault();
    if (target === undefined) this.#toggle();
    else this.go(target);
  }

  #fittingShape(): Shape {
    return this.#host.picture.clientWidth < NARROW_BELOW ? 'narrow' : 'wide';
  }

  #resized(): void {
    if (this.#host.picture.clientWidth === 0 || this.#fittingShape() === this.#shape) return;
    this.#shape = this.#fittingShape();
    this.#isStep = false;
    this.#draw();
  }

  #layout(run: RunModel): Layout {
    const layout = this.#layouts.get(this.#shape) ?? layoutOf(run.fold.facts, this.#shape);
    this.#layouts.set(this.#shape, layout);
    return layout;
  }

  #draw(): void {
    const run = this.#run;
    if (run === null) return;
    const isPlaying = this.#clock.isRunning;
    const sequence = sequenceAt(run, this.#position);
    const scene = run.fold.sceneAt(sequence);
    const before = this.#position === 0 || isPlaying ? null : run.fold.sceneAt(sequenceAt(run, this.#position - 1));
    const layout = this.#layout(run);
    const moment = momentAt(run, this.#position);
    const caption = captionOf(scene.event, moment, this.#position, isPlaying);
    // While it plays, what is told may be a moment that is past: its words keep their own time and line.
    const captioned = isPlaying && moment !== null ? moment.position : this.#position;
    const source = scene.event?.source ?? null;
    this.#spoken = isPlaying ? (moment?.position === this.#position ? moment.caption : this.#spoken) : caption;
    const { picture, bar } = this.#host;
    picture.classList.toggle('moving', this.#isStep);
    picture.classList.toggle('playing', isPlaying);
    const label = `The run at ${timeText(scene.atMicros)}`;
    render(
      <>
        {this.#showing.picture === 'depth' && (
          <DepthPicture run={run} position={this.#position} shape={this.#shape} go={(to) => this.go(to)} />
        )}
        <ScenePicture scene={scene} before={before} facts={run.fold.facts} layout={layout} label={label}>
          {this.#ghost !== null && <Ghost ghost={this.#ghost} scene={scene} layout={layout} />}
        </ScenePicture>
      </>,
      picture,
    );
    render(
      <StepBar
        position={this.#position}
        last={this.#last}
        atMicros={scene.atMicros}
        isPlaying={isPlaying}
        moments={run.moments}
        moment={moment}
        caption={caption}
        captionAt={{ position: captioned, micros: microsAt(run, captioned), source: sourceAt(run, captioned) }}
        spoken={this.#spoken}
        longestCaption={run.longestCaption}
        head={this.#head}
        expected={this.#ghost === null ? null : { said: this.#ghost.said, isHere: this.#ghost.sequence === sequence }}
        play={() => this.#toggle()}
        go={(to) => this.go(to)}
        open={this.#host.open}
      />,
      bar,
    );
    if (moment !== this.#moment) bringMomentIntoView(bar);
    this.#moment = moment;
    this.#host.at(sequence, source, isPlaying);
  }
}

/** While it plays, words that change several times a second cannot be read: then only moments are told. */
function captionOf(event: TraceEvent | null, moment: PlacedMoment | null, position: number, isPlaying: boolean): string {
  if (moment !== null && (isPlaying || moment.position === position)) return moment.caption;
  return event === null ? 'Nothing has happened yet.' : `${told(event)}.`;
}

function shortLabel(event: TraceEvent): string {
  const words = told(event);
  return words.length <= 40 ? words : `${words.slice(0, 39)}…`;
}
