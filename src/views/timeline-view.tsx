/** The timeline: a lane for each process and broker, messages as their tokens. It follows the player, and a click on a mark goes there. */
import { render } from 'preact';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { TimelineLegend } from './timeline-legend.tsx';
import { LANE_HEIGHT, middleOfLane, TimelineMark, TOP } from './timeline-mark.tsx';
import { type Timeline, timelineOf } from './timeline-model.ts';

export class TimelineView {
  readonly #root: HTMLElement;
  readonly #go: (sequence: number) => void;
  #timeline: Timeline | null = null;
  #shows: ReadonlySet<number> = new Set();
  #sequence = -1;

  constructor(root: HTMLElement, go: (sequence: number) => void) {
    this.#root = root;
    this.#go = go;
  }

  show(events: readonly TraceEvent[]): void {
    this.#timeline = timelineOf(events);
    this.#shows = new Set();
    this.#draw();
  }

  /** Marks these events. */
  point(events: readonly TraceEvent[]): void {
    this.#shows = new Set(events.map(({ sequence }) => sequence));
    this.#draw();
  }

  /** The run is at this event. */
  mark(sequence: number): void {
    this.#sequence = sequence;
    if (this.#timeline === null) return;
    const chosen = this.#root.querySelector('.chosen');
    const next = this.#root.querySelector(`[data-sequence="${sequence}"]`);
    chosen?.classList.remove('chosen');
    next?.classList.add('chosen');
    this.#reveal();
  }

  #draw(): void {
    if (this.#timeline === null) return;
    render(<Lanes timeline={this.#timeline} shows={this.#shows} sequence={this.#sequence} go={this.#go} />, this.#root);
    this.#reveal();
  }

  /** Scrolls the lanes, never the page. */
  #reveal(): void {
    const scroll = this.#root.querySelector('.scroll');
    const mark = this.#timeline?.marks.find(({ event }) => event.sequence === this.#sequence);
    if (scroll === null || mark === undefined) return;
    const { clientWidth, scrollLeft } = scroll;
    if (mark.x < scrollLeft + 40 || mark.x > scrollLeft + clientWidth - 40) scroll.scrollLeft = mark.x - clientWidth / 2;
  }
}

interface LanesProps {
  readonly timeline: Timeline;
  readonly shows: ReadonlySet<number>;
  readonly sequence: number;
  readonly go: (sequence: number) => void;
}

function Lanes({ timeline, shows, sequence, go }: LanesProps) {
  const { lanes, marks, leftOut, width } = timeline;
  if (marks.length === 0) return <p class="caption">Nothing happened that could be drawn.</p>;
  return (
    <>
      <div class={shows.size > 0 ? 'lanes pointed' : 'lanes'}>
        <div class="lane-names" style={{ paddingTop: `${TOP}px` }}>
          {lanes.map((name) => (
            <div key={name} style={{ height: `${LANE_HEIGHT}px` }}>
              {name}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <section class="scroll" tabIndex={0} aria-label="Lanes; every event is also in the table below">
          <svg width={width} height={TOP + lanes.length * LANE_HEIGHT + 24} aria-hidden="true">
            <Ground timeline={timeline} />
            {marks.map((mark) => (
              <TimelineMark
                key={mark.event.sequence}
                mark={mark}
                isShown={shows.has(mark.event.sequence)}
                isNow={mark.event.sequence === sequence}
                choose={() => go(mark.event.sequence)}
              />
            ))}
          </svg>
        </section>
      </div>
      <TimelineLegend marks={marks} />
      {leftOut > 0 && (
        <p class="caption">
          The lanes show the first {marks.length} events; {leftOut} more are in the table.
        </p>
      )}
    </>
  );
}

/** Lifelines and time axis: what lies behind the marks. */
function Ground({ timeline: { lanes, lives, ticks, width } }: { readonly timeline: Timeline }) {
  const bottom = TOP + lanes.length * LANE_HEIGHT;
  return (
    <>
      {lanes.map((name, lane) => (
        <line key={name} class="lane" x1={0} x2={width} y1={middleOfLane(lane)} y2={middleOfLane(lane)} />
      ))}
      {lives.map(({ lane, fromX, toX }) => (
        <line key={`${lane} ${fromX}`} class="life" x1={fromX} x2={toX} y1={middleOfLane(lane)} y2={middleOfLane(lane)} />
      ))}
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <line class="scale" x1={x} x2={x} y1={bottom} y2={bottom + 5} />
          <text class="time" x={x} y={bottom + 18}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
