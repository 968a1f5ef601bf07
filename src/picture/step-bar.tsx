/** The step bar: play and pause, step back and forward, the scrubber with its moments, and what happens in words. */
import type { SourceLine } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { plainSentence, sentenceParts } from '../views/inline-code.ts';
import type { PlacedMoment } from './run-model.ts';

export interface StepBarProps {
  readonly position: number;
  readonly last: number;
  readonly atMicros: number;
  readonly isPlaying: boolean;
  readonly moments: readonly PlacedMoment[];
  /** The moment that is told now. */
  readonly moment: PlacedMoment | null;
  /** What is said of the picture now, and to whom it is read aloud. */
  readonly caption: string;
  /** The step that the caption is about: while it plays, one that may be past. */
  readonly captionAt: { readonly position: number; readonly micros: number; readonly source: SourceLine | null };
  readonly spoken: string;
  /** The longest caption of the run, for which room is kept. */
  readonly longestCaption: string;
  /** Why these moments are there, in a replay. */
  readonly head: string | null;
  /** What the reader had expected at a step, and whether it is this one. */
  readonly expected: { readonly said: string; readonly isHere: boolean } | null;
  readonly play: () => void;
  readonly go: (position: number) => void;
  readonly open: (place: SourceLine) => void;
}

/** As long as the name of a file and a line mostly is. */
const LONG_PLACE = 'worker.ts:00';

export function StepBar(props: StepBarProps) {
  const { position, last, atMicros, isPlaying, moments, moment, caption, captionAt, spoken, longestCaption, head, expected } = props;
  const { play, go, open } = props;
  const { source } = captionAt;
  const playName = isPlaying ? 'Pause' : position === last ? 'Play again' : 'Play';
  return (
    <>
      {head !== null && <p class="head">{head}</p>}
      <div class="controls">
        <button type="button" class="round play" aria-label={playName} title={playName} onClick={play}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={isPlaying ? 'M 6 4 V 16 M 14 4 V 16' : 'M 6 3.5 L 16 10 L 6 16.5 Z'} class={isPlaying ? 'bars' : 'solid'} />
          </svg>
        </button>
        <button
          type="button"
          class="round"
          aria-label="Step back"
          title="Step back"
          aria-disabled={position === 0 || undefined}
          onClick={() => go(position - 1)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M 12.5 4.5 L 7 10 L 12.5 15.5" class="bars" />
          </svg>
        </button>
        <button
          type="button"
          class="round"
          aria-label="Step"
          title="Step"
          aria-disabled={position === last || undefined}
          onClick={() => go(position + 1)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M 7.5 4.5 L 13 10 L 7.5 15.5" class="bars" />
          </svg>
        </button>
        <div class="track">
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={position}
            aria-label="Position in the run"
            aria-valuetext={`Step ${position} of ${last}, ${timeText(atMicros)}: ${plainSentence(caption)}`}
            style={{ '--done': last === 0 ? 0 : position / last }}
            onInput={(event) => go(Number(event.currentTarget.value))}
          />
          <div class="ticks" aria-hidden="true">
            {moments.map(({ position: at, sequence }) => (
              <i key={sequence} class={at <= position ? 'past' : ''} style={{ '--at': last === 0 ? 0 : at / last }} />
            ))}
          </div>
        </div>
      </div>
      {moments.length > 0 && (
        <ol class="moments" aria-label="Moments of the run">
          {moments.map((one) => (
            <li key={one.sequence}>
              <button
                type="button"
                class={one === moment ? 'moment now' : one.position <= position ? 'moment past' : 'moment'}
                aria-current={one === moment ? 'step' : undefined}
                onClick={() => go(one.position)}
              >
                {one.label}
              </button>
            </li>
          ))}
        </ol>
      )}
      <div class="telling">
        <p class="caption">
          <span class="count">
            {captionAt.position} of {last}, at {timeText(captionAt.micros)}:
          </span>{' '}
          {sentenceParts(caption).map(({ text, isCode }) => (isCode ? <code>{text}</code> : text))}{' '}
          {source !== null && (
            <button
              type="button"
              class="source"
              aria-label={`${source.file}:${source.line}, show it in the editor`}
              onClick={() => open(source)}
            >
              {source.file}:{source.line}
            </button>
          )}
        </p>
        <p class="reserve" aria-hidden="true">
          {last} of {last}, at 1,000 ms: {plainSentence(longestCaption)} {LONG_PLACE}
        </p>
      </div>
      {expected !== null && (
        <p class={expected.isHere ? 'expected' : 'expected elsewhere'}>
          <strong>You expected:</strong> {expected.said}
        </p>
      )}
      <p class="unseen" aria-live="polite">
        {plainSentence(spoken)}
      </p>
    </>
  );
}

/** On a phone the moments are one line that scrolls sideways: the one that is told stands in its middle. */
export function bringMomentIntoView(bar: HTMLElement): void {
  const now = bar.querySelector('.moments .now');
  const line = now?.closest('.moments');
  if (!now || !line || line.scrollWidth <= line.clientWidth) return;
  const from = line.getBoundingClientRect();
  const to = now.getBoundingClientRect();
  line.scrollLeft += to.left - from.left - (from.width - to.width) / 2;
}
