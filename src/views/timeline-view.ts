/** The timeline: a lane for each process and broker, messages as numbered tokens; stepped with the arrow keys. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { drawing, element } from './dom.ts';
import { type Place, sourceLink } from './source-link.ts';
import { drawGround, drawMark, heightOf, LANE_HEIGHT, TOP } from './timeline-marks.ts';
import { type Mark, timelineOf } from './timeline-model.ts';
import { timeText, wordsOf } from './words.ts';

export class TimelineView {
  readonly #root: HTMLElement;
  readonly #open: (place: Place) => void;
  readonly #caption = element('p', { class: 'caption', 'aria-live': 'polite' });
  #scroll: HTMLElement = element('div');
  #marks: readonly Mark[] = [];
  #figures: readonly SVGElement[] = [];
  #chosen = -1;

  constructor(root: HTMLElement, open: (place: Place) => void) {
    this.#root = root;
    this.#open = open;
  }

  show(events: readonly TraceEvent[]): void {
    const timeline = timelineOf(events);
    this.#marks = timeline.marks;
    this.#chosen = -1;
    if (timeline.marks.length === 0) {
      this.#root.replaceChildren(element('p', { class: 'caption' }, 'Nothing happened that could be drawn.'));
      return;
    }
    const height = heightOf(timeline.lanes.length);
    this.#figures = timeline.marks.map((mark, index) => drawMark(mark, () => this.#choose(index)));
    const picture = drawing('svg', { width: timeline.width, height, 'aria-hidden': 'true' }, ...drawGround(timeline), ...this.#figures);
    const labels = element(
      'div',
      { class: 'lane-names', style: `padding-top:${TOP}px` },
      ...timeline.lanes.map((name) => element('div', { style: `height:${LANE_HEIGHT}px` }, name)),
    );
    this.#scroll = element(
      'div',
      {
        class: 'scroll',
        tabindex: 0,
        role: 'group',
        'aria-label': 'Timeline. Left and right arrow keys step through the events.',
        keydown: (event) => this.#key(event as KeyboardEvent),
      },
      picture,
    );
    const more =
      timeline.leftOut === 0
        ? null
        : element(
            'p',
            { class: 'caption' },
            `The picture shows the first ${timeline.marks.length} events; ${timeline.leftOut} more are in the table.`,
          );
    this.#caption.textContent = 'Click a mark, or step with the arrow keys.';
    this.#root.replaceChildren(element('div', { class: 'lanes' }, labels, this.#scroll), this.#caption, ...(more === null ? [] : [more]));
  }

  /** Steps to the first drawn event of these sequences, such as the ones that show a failed check. */
  point(sequences: readonly number[]): void {
    const index = this.#marks.findIndex(({ event }) => sequences.includes(event.sequence));
    if (index >= 0) this.#choose(index);
    for (const [at, mark] of this.#marks.entries()) this.#figures[at]?.classList.toggle('shows', sequences.includes(mark.event.sequence));
  }

  #key(event: KeyboardEvent): void {
    const last = this.#marks.length - 1;
    const targets: Record<string, number> = { ArrowLeft: this.#chosen - 1, ArrowRight: this.#chosen + 1, Home: 0, End: last };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#choose(Math.min(Math.max(target, 0), last));
  }

  #choose(index: number): void {
    const mark = this.#marks[index];
    if (mark === undefined) return;
    this.#figures[this.#chosen]?.classList.remove('chosen');
    this.#figures[index]?.classList.add('chosen');
    this.#chosen = index;
    const { event } = mark;
    this.#caption.replaceChildren(
      element('span', { class: 'when' }, timeText(event.atMicros)),
      ` ${event.process}: ${wordsOf(event).slice(0, 400)} `,
      ...(event.source === undefined ? [] : [sourceLink(event.source, this.#open)]),
    );
    const { clientWidth, scrollLeft } = this.#scroll;
    if (mark.x < scrollLeft + 40 || mark.x > scrollLeft + clientWidth - 40) this.#scroll.scrollLeft = mark.x - clientWidth / 2;
  }
}
